import { namesTests } from './table.ts'

namesTests('crossplane-behaviour.md', 40)
