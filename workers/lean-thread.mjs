// Plain JavaScript on purpose: a worker thread starts with Node alone, under tsx, Jest and a built image alike.
import reusable from '@temporalio/worker/lib/workflow/reusable-vm.js'
import shared from '@temporalio/worker/lib/workflow/vm-shared.js'

// A thread of workflows as the SDK has it, less what costs half of its work: the stack of every promise that is made, which
// only a person who looks at a stuck workflow would ask for, and a timer beside every single call into the sandbox, in the
// place of which the process outside watches the thread (lean-threads.ts, decision 0077).
const { GlobalHandlers } = shared
GlobalHandlers.prototype.setPromiseHook = () => undefined

const { ReusableVMWorkflowCreator } = reusable
const create = ReusableVMWorkflowCreator.create.bind(ReusableVMWorkflowCreator)
ReusableVMWorkflowCreator.create = (bundle, _timeout, ...others) => create(bundle, undefined, ...others)

await import('@temporalio/worker/lib/workflow/workflow-worker-thread.js')
