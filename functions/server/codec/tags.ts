/** The tags of `google.protobuf.Struct`, of its entries, of `Value` and of `ListValue`. */
export const entryTag = 0x0a
export const keyTag = 0x0a
export const valueTag = 0x12

export const nullTag = 0x08
export const numberTag = 0x11
export const textTag = 0x1a
export const booleanTag = 0x20
export const structTag = 0x2a
export const listTag = 0x32

export const itemTag = 0x0a
