import type { Operation, Parameter, SecurityScheme } from "../model/types.ts";
import type { SourceLine } from "../text/source.ts";
import { argumentsIn, environmentIn } from "./page-samples.ts";

/** What the sample call passes for a path parameter is an example of it. */
export function withArguments(
	operation: Operation,
	lines: readonly SourceLine[],
): Operation {
	const shown = argumentsIn(lines);
	const parameters = operation.parameters.map((parameter): Parameter => {
		const found = shown.get(parameter.name);
		if (found === undefined) return parameter;
		return {
			...parameter,
			example: found.value,
			origins: [
				...parameter.origins,
				{ span: found.line.span, basis: "stated", of: ["example"] },
			],
		};
	});
	return { ...operation, parameters };
}

/** The environment variables that the sample call reads credentials from. */
export function withEnvironment(
	scheme: SecurityScheme,
	lines: readonly SourceLine[],
): SecurityScheme {
	const read = environmentIn(lines);
	const credentials = scheme.credentials.map((credential) => {
		const found = read.get(credential.name);
		if (found === undefined) return credential;
		return {
			...credential,
			environment: found.variable,
			origins: [
				...credential.origins,
				{
					span: found.line.span,
					basis: "stated" as const,
					of: ["default" as const],
				},
			] as const,
		};
	});
	return { ...scheme, credentials };
}
