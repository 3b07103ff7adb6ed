import { ApiArgumentError, ApiDecodeError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { ApiIssue } from "./schema.js";

/** A success came whose data is not what the docs say; only with the option `validate: "throw"`. */
export class ApiValidationError extends ApiDecodeError {
	readonly issues: readonly ApiIssue[];

	constructor(
		exchange: Exchange,
		problem: string,
		issues: readonly ApiIssue[],
	) {
		super(`answered what is not documented: ${problem}`, exchange);
		this.issues = issues;
	}

	override get name(): string {
		return "ApiValidationError";
	}
}

/** The params of a call are not what the docs say; nothing was sent. Only with the option `validate: "throw"`. */
export class ApiParamsError extends ApiArgumentError {
	readonly issues: readonly ApiIssue[];

	constructor(operation: string, problem: string, issues: readonly ApiIssue[]) {
		super(operation, problem);
		this.issues = issues;
	}

	override get name(): string {
		return "ApiParamsError";
	}
}
