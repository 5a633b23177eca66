#!/usr/bin/env node
import { main } from '../dist/standalone/main.js'

process.exitCode = await main()
