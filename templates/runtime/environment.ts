/** The value of an environment variable; `undefined` where it is blank, and where there is no environment. */
export function fromEnvironment(name = ""): string | undefined {
	try {
		return (
			(globalThis as WithProcess).process?.env?.[name]?.trim() || undefined
		);
	} catch {
		// A runtime that asks for a permission first, and was not given it.
		return undefined;
	}
}

interface WithProcess {
	readonly process?: {
		readonly env?: Readonly<Record<string, string | undefined>>;
	};
}
