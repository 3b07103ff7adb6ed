/** Media types, and the words that stand for them. */
const types: readonly (readonly [string, RegExp])[] = [
	[
		"application/x-www-form-urlencoded",
		/\b(?:x-www-form-urlencoded|(?:form|url)[ -](?:url)?-?encoded|urlencoded form|form[ -]encoding)\b/i,
	],
	["multipart/form-data", /\bmultipart(?:\/form-data)?\b/i],
	[
		"text/event-stream",
		/\bserver[- ]sent events?\b|\bevent[- ]stream\b|\bSSE\b/,
	],
	[
		"application/x-ndjson",
		/\bnd-?json\b|\bnewline[- ]delimited json\b|\bjson ?lines\b|\bjsonl\b|\bstream of json objects\b|\bone json (?:object|document) (?:per|a) line\b/i,
	],
	["text/csv", /\bCSV\b/],
	["application/pdf", /\bPDF\b/],
	["application/zip", /\b(?:ZIP|zip) (?:file|archive)\b/],
	["image/png", /\bPNG\b/],
	["image/jpeg", /\bJPE?G\b/],
	["application/xml", /\bXML\b/],
	["text/html", /\bHTML\b/],
	["text/plain", /\bplain[- ]?text\b/i],
	[
		"application/octet-stream",
		/\boctet[- ]stream\b|\braw (?:bytes|binary|file)\b|\bbinary (?:data|body|content|file|stream|blob)\b|\b(?:file|raw) contents?\b|\bthe (?:bytes|contents) of the file\b/i,
	],
];

const written =
	/\b((?:application|text|image|audio|video|multipart|font)\/[a-z0-9][\w.+-]*)\b/i;
const answers =
	/\b(?:response|respon[ds]\w*|answer\w*|returns?|returned|output|produces|streams?|streamed|downloads?|download\w*|emits|replies|yields|gives|sends back)\b/i;
const requests =
	/\b(?:request|body|sen[dt]|post(?:ed|ing)?|upload\w*|submit\w*|encod\w*|accepts?|consumes|payload|content-type|param(?:eter)?s|passed|provide)\b/i;

/** The media type of a request's body that a sentence states: "Send the file as multipart/form-data". */
export function requestMediaIn(text: string): string | undefined {
	return sentencesOf(text)
		.filter((one) => requests.test(one) && !onAnswers(one))
		.map(mediaIn)
		.find((one) => one !== undefined && !/event-stream|ndjson/.test(one));
}

/** The media type of an answer that a sentence states: "Returns a CSV file", "Response: `text/csv`". */
export function answerMediaIn(text: string): string | undefined {
	return sentencesOf(text)
		.filter(onAnswers)
		.map(mediaIn)
		.find((one) => one !== undefined && !/form/.test(one));
}

/** A media type as it is written, or as words name it. */
export function mediaIn(text: string): string | undefined {
	const [, exact] = written.exec(text) ?? [];
	if (exact !== undefined) return exact.toLowerCase();
	return types.find(([, pattern]) => pattern.test(text))?.[0];
}

function onAnswers(text: string): boolean {
	const answer = text.search(answers);
	if (answer < 0) return false;
	const request = text.search(requests);
	return (
		request < 0 || answer < request || /\b(?:response|returns)\b/i.test(text)
	);
}

/** What is ruled out, or only so under a condition, is not said of every call. */
function sentencesOf(text: string): readonly string[] {
	return text
		.slice(0, 4_000)
		.split(/(?<=[.!?])\s+(?=[A-Z`*])|\n{2,}/)
		.filter(
			(one) =>
				!/\b(?:not|never|isn't|doesn't|if|when|unless|either|optionally|may|can also|instead|parameter|option|flag|field|set to|similar to|like)\b/i.test(
					one,
				),
		);
}
