/** What a part of an operation's description is about. */
export type PartRole =
	| "description"
	| "path"
	| "query"
	| "header"
	| "cookie"
	| "body"
	| "parameters"
	| "endpoint"
	| "method"
	| "url"
	| "responses"
	| "status"
	| "returns"
	| "request-sample"
	| "payload"
	| "response-sample"
	| "example"
	| "errors"
	| "values"
	| "condition"
	| "response-header"
	| "security"
	| "permissions";

/** Words that open parts: each pattern is matched against a whole heading or label, case and end marks aside. */
export type PartWords = readonly (readonly [PartRole, RegExp])[];

const answers: readonly PartRole[] = [
	"responses",
	"response-sample",
	"returns",
	"errors",
	"status",
];

/** True for what is about what comes back. */
export function isAnswer(role: PartRole): boolean {
	return answers.includes(role);
}
