/** A workflow command as the runner of GitHub Actions takes it. */
export interface WorkflowCommand {
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly data: string;
}

/** Reads one line of output as the runner does: a command starts the line, spaces aside; nothing for any other line. */
export function parseWorkflowCommand(
	line: string,
): WorkflowCommand | undefined {
	const match = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/s.exec(line);
	if (match === null) return undefined;
	const [, name = "", listed = "", data = ""] = match;
	const properties = listed
		.split(",")
		.filter((pair) => pair !== "")
		.map((pair) => {
			const at = pair.indexOf("=");
			return [pair.slice(0, at), unescaped(pair.slice(at + 1), true)] as const;
		});
	return {
		name,
		properties: Object.fromEntries(properties),
		data: unescaped(data, false),
	};
}

function unescaped(text: string, property: boolean): string {
	const pattern = property ? /%(0D|0A|3A|2C|25)/g : /%(0D|0A|25)/g;
	return text.replace(pattern, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
}
