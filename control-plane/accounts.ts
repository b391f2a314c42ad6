/** Where Crossplane keeps its own objects. */
export const crossplaneNamespace = 'crossplane-system'

/** The service accounts under which its Helm chart has it run: their rights are what it may do. */
export const crossplaneAccounts = { core: 'crossplane', rbacManager: 'rbac-manager' } as const
