import { describeBlobStore } from '../conformance.js'
import { MemoryBlobStore } from './memory-blob-store.js'

describeBlobStore('memory blob store', async () => new MemoryBlobStore())
