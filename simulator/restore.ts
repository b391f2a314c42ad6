import { isObject, type Json, type JsonObject } from '../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../functions/runtime/read.ts'
import { refOf, uidFor } from './api/object.ts'
import { appliedFields } from './api/managers.ts'
import type { ControlPlane } from './control-plane.ts'
import { compositeLabel, managerOf } from './core/compose.ts'
import { keyAnnotation } from './core/observe.ts'

/**
 * Puts a saved state behind a claim: the claim as it was, what it composed, the Secrets. Objects saved with
 * `kubectl get -o yaml` keep their owners and managers; hand-written ones belong to the claim whose label they carry, or
 * to the only one there is. Returns the claim with the UID that the saved state knows it by.
 */
export const restore = (
  plane: ControlPlane,
  claim: JsonObject,
  saved: readonly JsonObject[],
  onlyClaim: boolean,
): JsonObject => {
  const { kind, name, namespace } = refOf(claim)
  const before = saved.find(object => object['kind'] === kind && textAt(object, 'metadata', 'name') === name)
  const composed = saved.filter(
    object =>
      textAt(object, 'metadata', 'annotations', keyAnnotation) !== undefined && belongs(object, name, onlyClaim),
  )
  const uid =
    textAt(before, 'metadata', 'uid') ??
    composed.map(ownerUid).find(found => found !== undefined) ??
    uidFor(refOf(claim))
  const identified = { ...claim, metadata: { ...objectAt(claim, 'metadata'), uid } }
  for (const object of composed) plane.api.load(owned(inNamespace(object, namespace), identified))
  for (const secret of saved.filter(object => object['kind'] === 'Secret' && !composed.includes(object)))
    plane.api.load(inNamespace(secret, namespace))
  const references = composed.map(refOf).map(({ apiVersion, kind: refKind, name: refName, namespace: place }) => ({
    apiVersion,
    kind: refKind,
    name: refName,
    // A namespaced claim's are all in its namespace.
    ...(namespace === undefined && place !== undefined && { namespace: place }),
  }))
  const saidSpec = objectAt(before ?? claim, 'spec')
  const spec = { ...saidSpec, crossplane: { ...objectAt(saidSpec, 'crossplane'), resourceRefs: references } }
  if (before || composed.length > 0)
    plane.api.load({
      ...(before ?? claim),
      metadata: { ...objectAt(inNamespace(before ?? claim, namespace), 'metadata'), uid },
      spec,
    })
  return identified
}

const belongs = (object: JsonObject, name: string, onlyClaim: boolean): boolean =>
  onlyClaim || textAt(object, 'metadata', 'labels', compositeLabel) === name

const ownerUid = (object: JsonObject): string | undefined =>
  listAt(object, 'metadata', 'ownerReferences')
    .filter(isObject)
    .filter(owner => owner['controller'] === true)
    .map(owner => textAt(owner, 'uid'))[0]

const inNamespace = (object: JsonObject, namespace: string | undefined): JsonObject =>
  namespace === undefined ? object : { ...object, metadata: { namespace, ...objectAt(object, 'metadata') } }

/** With an owner, and with a record of what we applied: without one, all of its spec was. */
const owned = (object: JsonObject, claim: JsonObject): JsonObject => {
  const metadata = objectAt(object, 'metadata')
  const { apiVersion, kind, name } = refOf(claim)
  const owner = {
    apiVersion,
    kind,
    name,
    uid: textAt(claim, 'metadata', 'uid') ?? '',
    controller: true,
    blockOwnerDeletion: true,
  }
  const { status: _status, ...applied } = object
  const record = {
    manager: managerOf(claim),
    operation: 'Apply',
    fieldsType: 'FieldsV1',
    fieldsV1: appliedFields(applied, {}) as unknown as JsonObject,
  }
  return {
    ...object,
    metadata: {
      ...metadata,
      ownerReferences: ownerUid(object) === undefined ? [owner] : (metadata['ownerReferences'] as Json),
      managedFields: metadata['managedFields'] ?? [record],
    },
  }
}
