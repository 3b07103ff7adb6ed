import type { Fence } from "../../markdown/fence.ts";
import { nameKey } from "../../text/words.ts";
import { readBracedClasses } from "./braced-classes.ts";
import type { Declared } from "./declared.ts";
import { readExpression } from "./expression.ts";
import { readGoStructs } from "./go-structs.ts";
import { headsIn } from "./pieces.ts";
import { readProtoMessages } from "./proto-messages.ts";
import { readPythonClasses } from "./python-classes.ts";
import { readSchemaChain, typeNameOfSchema } from "./schema-chain.ts";
import { shapeOfSchemaObject } from "./schema-object.ts";
import { readTypeScriptTypes } from "./typescript-types.ts";

/** A program that is longer than this is no declaration. */
const maximumLength = 30_000;

/**
 * The types that a code block declares, in TypeScript, Go, Python, Java, Kotlin, C#, Protocol Buffers, or as a schema of
 * zod, Joi or a database. The language is told by what stands there, since fences often do not say it or say it wrong.
 */
export function readDeclaredTypes(fence: Fence): readonly Declared[] {
	const { text, language } = fence;
	if (text.length > maximumLength || isCommand(language)) return [];
	if (/\bstruct\s*\{/.test(text)) return readGoStructs(fence);
	if (/^[ \t]*(?:syntax\s*=|(?:message|enum)\s+\w+\s*\{)/m.test(text))
		if (/=\s*\d+\s*[;[]/.test(text)) return readProtoMessages(fence);
	if (/^[ \t]*class[ \t]+\w+[ \t]*(?:\([^()\n]*\))?[ \t]*:[ \t]*$/m.test(text))
		return readPythonClasses(fence);
	const schemas = readSchemas(fence);
	if (schemas.length > 0) return schemas;
	if (isClasses.test(language) || classLike.test(text))
		return readBracedClasses(fence);
	return /\b(?:interface|type|enum)\s+\w/.test(text)
		? readTypeScriptTypes(fence)
		: [];
}

/** The shape of an object alone in a code block whose fields say what they hold. */
function readBareSchema(fence: Fence): Declared["shape"] | undefined {
	const { text } = fence;
	if (text.length > maximumLength || !/^\s*[{zZjJyY(]/.test(text))
		return undefined;
	const expression = readExpression(text, 0);
	return (
		shapeOfSchemaObject(expression, fence) ??
		readSchemaChain(expression, fence)?.shape
	);
}

/** True for a code block that says what the type of a name looks like. */
export function declaresType(name: string, fence: Fence): boolean {
	return declaredShapeOf(name, fence) !== undefined;
}

/** The shape that a code block gives the type of a name: the one so called, or one without a name. */
export function declaredShapeOf(
	name: string,
	fence: Fence,
): Declared["shape"] | undefined {
	const key = nameKey(name);
	const found = readDeclaredTypes(fence);
	const own =
		found.find((one) => nameKey(one.name ?? "") === key) ??
		found.find((one) => nameKey(one.name ?? "").includes(key));
	return own?.shape ?? (found.length === 0 ? readBareSchema(fence) : undefined);
}

function isCommand(language: string): boolean {
	return /^(?:sh|shell|bash|console|zsh|http|xml|html|sql|ya?ml)$/.test(
		language,
	);
}

const isClasses = /^(?:java|kotlin|kt|csharp|c#|cs|swift|scala)$/;
const classLike =
	/\b(?:data class|record)\s+\w+\s*\(|\bpublic\s+(?:class|record|enum|struct)\s+\w+/;

/** `const User = z.object({…})`, `const userSchema = new Schema({…})`. */
function readSchemas(fence: Fence): readonly Declared[] {
	const { text } = fence;
	const found: Declared[] = [];
	for (const match of headsIn(
		text,
		/\b(?:const|let|var)\s+(\w+)(?:\s*:\s*[\w.<>]+)?\s*=\s*/g,
	)) {
		const [whole, variable = ""] = match;
		const expression = readExpression(text, match.index + whole.length);
		const start = match.index + whole.indexOf(variable, 3);
		const place = { start, end: start + variable.length };
		const shape =
			readSchemaChain(expression, fence)?.shape ??
			modelled(expression, fence) ??
			(/schema$/i.test(variable)
				? shapeOfSchemaObject(expression, fence)
				: undefined);
		if (shape !== undefined)
			found.push({ name: typeNameOfSchema(variable), shape, ...place });
	}
	return found;
}

/** `new mongoose.Schema({…}, options)`. */
function modelled(
	expression: ReturnType<typeof readExpression>,
	fence: Fence,
): Declared["shape"] | undefined {
	if (expression.kind !== "chain") return undefined;
	const made = expression.steps.find(
		({ name, arguments: given }) => name === "Schema" && given !== undefined,
	);
	const [fields] = made?.arguments ?? [];
	return fields && shapeOfSchemaObject(fields, fence);
}
