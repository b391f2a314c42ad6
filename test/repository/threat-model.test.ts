import { namesTests } from './table.ts'

namesTests('threat-model.md', 20)
