export { redactModel } from "../model/redact.ts";
export { type Fault, faultsAtRate } from "./faults.ts";
export {
	createMock,
	type Mock,
	type MockAnswer,
} from "./mock.ts";
export { type Problem, problem, problemType } from "./problem.ts";
