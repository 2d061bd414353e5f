/**
 * Runs the commands that it is told, one after the other, in one process: what a person does who runs a command again,
 * without starting Node for each.
 */
import { runProgram } from '../../pipeline/cli/program.ts'

const [node, program] = process.argv
process.on('message', (command: string[]) => {
  process.argv = [node!, program!, ...command]
  void runProgram().then((code) => process.send!(code))
})
