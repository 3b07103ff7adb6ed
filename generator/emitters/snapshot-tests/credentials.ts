import { optionNames } from "../../code/option-names.ts";
import type { ApiModel, SecurityScheme } from "../../model/types.ts";

/** A made-up secret: what the client is given, and what has to come over the wire. */
export interface TestCredential {
	/** The client's option. */
	readonly option: string;
	readonly value: string;
	readonly in: "header" | "query" | "cookie";
	readonly parameter: string;
	readonly sent: string;
}

/** Credentials for one way to authenticate; nobody could take them for real ones. */
export function testCredentials(
	{ security }: ApiModel,
	scheme: SecurityScheme | undefined,
): readonly TestCredential[] {
	if (scheme === undefined) return [];
	const options = optionNames(
		security.flatMap(({ credentials }) => credentials),
	);
	const given = scheme.credentials.map((credential) => {
		const option = options.get(credential) ?? "";
		return { ...credential, option, value: `test-${option}` };
	});
	const userAndPassword = given
		.filter(({ kind }) => kind === "basic")
		.map(({ value }) => value);
	return given.map(
		({ option, value, kind, in: location, parameter, prefix }) => {
			const sent =
				kind === "bearer"
					? `Bearer ${value}`
					: kind === "basic"
						? `Basic ${basic(userAndPassword)}`
						: `${prefix ?? ""}${value}`;
			return { option, value, in: location, parameter, sent };
		},
	);
}

/** One credential may be user and password in one; ours is then a user without a password. */
function basic(userAndPassword: readonly string[]): string {
	const [user = "", password = ""] = userAndPassword;
	return btoa(`${user}:${password}`);
}
