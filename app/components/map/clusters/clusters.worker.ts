import type { Port } from './api.ts'
import { createClustersApi, serveClusters } from './service.ts'

serveClusters(self as Port, createClustersApi())
