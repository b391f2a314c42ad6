import { main } from './serve.ts'

void main()
