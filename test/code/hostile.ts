import fc from "fast-check";

/** Text made of what breaks out of comments, literals and lines, mixed with anything else. */
export const hostile = fc
	.array(
		fc.oneof(
			{ weight: 3, arbitrary: fc.constantFrom(...pieces()) },
			{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
			{
				weight: 1,
				arbitrary: fc
					.integer({ min: 0, max: 0xffff })
					.map((unit) => String.fromCharCode(unit)),
			},
		),
		{ maxLength: 16 },
	)
	.map((parts) => parts.join(""));

function pieces(): readonly string[] {
	return [
		..."*/\\ \n\r\t'\"`@<>{}()[]-#|:;.",
		"*/",
		"/*",
		"**//",
		"${",
		"{{",
		"}}",
		"evil()",
		"@deprecated",
		"@ts-ignore",
		"@ts-expect-error",
		"@param",
		"@jsx",
		"{@link javascript:evil()}",
		"](javascript:evil())",
		"</script>",
		"<!--",
		"-->",
		"__proto__",
		"constructor",
		"//# sourceMappingURL=x",
		"eslint-disable",
		"\u2028",
		"\u2029",
		"\u0085",
		"\v",
		"\f",
		"\0",
		"\u202e",
		"\u2066",
		"\ufeff",
		"\ud800",
		"- ",
		"1. ",
		"> ",
		" * ",
	];
}
