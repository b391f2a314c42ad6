import { afterAll } from 'vitest'
import { leaveClaims } from './bed.ts'

/** Runs with each test file: modules are loaded once for all of them, but what lies here. */
afterAll(leaveClaims)
