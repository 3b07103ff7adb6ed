import type { SampleText } from "../json-sample.ts";
import { choiceOf, type Declared, type Member, objectOf } from "./declared.ts";
import { headsIn, insideOf, type Piece, piecesOf } from "./pieces.ts";

/**
 * Classes and records of Java, Kotlin, C# and Swift: fields with types, in braces or in the brackets behind the name, and
 * enumerations.
 */
export function readBracedClasses(sample: SampleText): readonly Declared[] {
	const { text } = sample;
	return headsIn(text, heads).flatMap((match): readonly Declared[] => {
		const [whole, kind = "", name = ""] = match;
		const end = match.index + whole.length;
		const start = end - name.length;
		const place = { start, end };
		const behind = /\s*(?:<[^<>]*>)?\s*/y;
		behind.lastIndex = end;
		const open = end + (behind.exec(text)?.[0].length ?? 0);
		if (/enum/.test(kind)) {
			const brace = text.indexOf("{", end);
			const values = brace < 0 ? [] : valuesIn(text, brace);
			return values.length === 0
				? []
				: [{ name, shape: choiceOf(values), ...place }];
		}
		const members =
			text.charAt(open) === "("
				? piecesOf(text, insideOf(text, open), ",").flatMap(
						(one) => memberIn(one) ?? [],
					)
				: bracedMembers(text, open);
		return members.length === 0
			? []
			: [{ name, shape: objectOf(members, sample), ...place }];
	});
}

const heads =
	/\b(enum class|enum|data class|class|record(?: class| struct)?|struct)\s+(\w+)/g;

function bracedMembers(text: string, from: number): readonly Member[] {
	const brace = /[^{;]{0,200}\{/y;
	brace.lastIndex = from;
	const found = brace.exec(text)?.[0];
	if (found === undefined) return [];
	const inside = insideOf(text, from + found.length - 1);
	return piecesOf(text, inside, ";\n").flatMap((one) => memberIn(one) ?? []);
}

/** `ACTIVE("active"), RETIRED`. */
function valuesIn(text: string, brace: number): readonly string[] {
	const [body] = piecesOf(text, insideOf(text, brace), ";");
	if (body === undefined) return [];
	const { start, end } = body;
	return piecesOf(text, { start, end }, ",").flatMap((piece) => {
		const [, name, value] =
			/^\s*(?:@\w+\([^()]*\)\s*|case\s+)?([A-Za-z_]\w*)\s*(?:\(\s*"([^"]*)"|=\s*"([^"]*)")?/.exec(
				piece.text,
			) ?? [];
		return name === undefined ? [] : [value ?? name];
	});
}

const called =
	/@(?:JsonProperty|SerializedName|SerialName|Json|JsonAlias)\(\s*(?:name\s*=\s*|value\s*=\s*)?"([^"]+)"|\[\s*Json(?:PropertyName|Property)\(\s*"([^"]+)"/;

const longestMember = 500;

/** `private final String name;`, `val name: String? = null`, `public string Name { get; set; }`. */
function memberIn({ text, start: at }: Piece): Member | undefined {
	if (text.length > longestMember) return undefined;
	const [, first, second] = called.exec(text) ?? [];
	const bare = text
		.replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|\/\/[^\n]*/g, blank)
		.replace(
			/@\w+(?:\.\w+)*(?:\([^()]*\))?|\[\s*[A-Z]\w*(?:\([^()]*\))?\s*\]/g,
			blank,
		)
		.replace(
			/\b(?:public|private|protected|internal|final|readonly|override|lateinit|volatile|transient|virtual|required)\b/g,
			blank,
		);
	if (
		/\b(?:static|const|return|abstract|fun|func|void|import|throw|new|this)\b/.test(
			bare,
		)
	)
		return undefined;
	const stated =
		/@(?:NotNull|NotBlank|NotEmpty|NonNull)\b|\[\s*Required\b|\brequired\b/.test(
			text,
		);
	const behind =
		/^\s*(?:val|var|let)\s+(\w+)\s*:\s*([^=]+?)\s*(?:=\s*([\s\S]*))?$/.exec(
			bare,
		);
	const front =
		/^\s*((?:\w+\.)*\w+(?:\s*<[\w\s,<>?.[\]]*>)?(?:\[\])*\??)\s+(\w+)\s*(?:=\s*[\s\S]*|\{\s*get\b[\s\S]*)?$/.exec(
			bare,
		);
	const name = behind?.[1] ?? front?.[2];
	const type = behind?.[2] ?? front?.[1];
	if (name === undefined || type === undefined) return undefined;
	if (
		/^(?:class|enum|record|struct|interface|using|package|namespace)$/.test(
			type,
		)
	)
		return undefined;
	const nullable = /\?$/.test(type);
	const absent = behind?.[3] !== undefined;
	const start = at + bare.search(new RegExp(`\\b${name}\\b`));
	return {
		name: first ?? second ?? name,
		type: type.replace(/\?$/, ""),
		...(nullable && { nullable }),
		...(stated && { required: true }),
		...(absent && { required: false }),
		start,
		end: start + name.length,
	};
}

function blank(text: string): string {
	return " ".repeat(text.length);
}
