import { once } from "../text/once.ts";
import { foreignPartWords } from "./foreign-part-words.ts";
import type { PartRole, PartWords } from "./part-role.ts";
import { withoutSymbols } from "./status-line.ts";

const parameters =
	"param(?:eter|etre|ètre|ámetro|etro)?s?|arguments?|args?|attributes?|fields?|variables?|properties|options|campos|champs|felder";

function whole(source: string): RegExp {
	return new RegExp(`^(?:${source})$`, "i");
}

/** The words that docs use most, in the languages that they are most written in. */
export const partWords: PartWords = [
	...foreignPartWords,
	["method", whole("(?:http[ -]?)?(?:method|verb|método|méthode|methode)")],
	[
		"url",
		whole(
			"(?:request |resource |endpoint )?(?:urls?|uris?|paths?|routes?|ruta|pfad|chemin|percorso|caminho)",
		),
	],
	[
		"endpoint",
		whole(
			"(?:(?:http|api)[ -])?(?:request|anfrage|petición|requête|endpoints?|call)(?: url| syntax| line)?|(?:petición|requête|solicitud|requisição|richiesta) http|definition",
		),
	],
	[
		"parameters",
		whole(
			`(?:path|query|url|header|body)(?:,? (?:and|or|&) |, )(?:path|query|url|header|body) (?:${parameters})`,
		),
	],
	[
		"path",
		whole(
			`(?:path|url|uri|route|routing)[ -](?:${parameters})|(?:${parameters}) (?:in|of) the (?:path|url)|parámetros de (?:ruta|la ruta|url)|paramètres? d['’]url`,
		),
	],
	[
		"query",
		whole(
			`(?:optional |url |supported )*(?:query|get|querystring|search|filter)(?:[ -]?string)?(?:[ -](?:${parameters}))?|parámetros de (?:consulta|query)|paramètres? de requête`,
		),
	],
	[
		"header",
		whole(
			`(?:request |http |required |custom )*headers?(?: (?:${parameters}|constraints))?|cabeceras|en-têtes`,
		),
	],
	[
		"response-sample",
		whole(
			"(?:(?:and|then) )?(?:you(?:'ll| will)? (?:get|receive|see)(?: back)?|(?:it|this|which|that) (?:returns|answers|responds|gives|yields)(?: with| back)?)",
		),
	],
	[
		"response-header",
		whole(
			`(?:response|returned) headers?(?: (?:${parameters}))?|headers? (?:in|of|on) the (?:response|answer)`,
		),
	],
	["cookie", whole(`cookies?(?: (?:${parameters}))?`)],
	[
		"payload",
		whole(
			"(?:sample|example) (?:payload|body|request body|input|data)(?: .*)?|(?:data|payload|body|request body) (?:example|sample)s?|body parameter|request body example.*",
		),
	],
	[
		"body",
		whole(
			`(?:json |post |request |http |form |raw )*(?:body|payload|form|data|input)(?:[ -](?:${parameters}|params|constraints|schema|data|format))?(?:\\s*json)?|(?:post|json) (?:${parameters})|cuerpo(?: de la petición)?|corps(?: de la requête)?`,
		),
	],
	[
		"parameters",
		whole(
			`(?:request |required |optional |advanced |supported |available |input |additional |basic |common |other )*(?:${parameters})(?: \\(?(?:optional|required)\\)?)?`,
		),
	],
	[
		"errors",
		whole(
			"(?:possible |common )?errors?(?: (?:responses?|codes?|messages?|cases?|status(?:es)?))?(?: .*)?|failure responses?|errores|erreurs",
		),
	],
	[
		"response-sample",
		whole(
			"(?:sample|example|successful|success|json) (?:json )?(?:response|result|output|return|reply)s?(?: .*)?|responses?(?: (?:examples?|samples?|json))(?: .*)?|response|answer|reply|(?:response )?content(?: example)?s?|returns? example|result|output|the above command returns .*|respuesta|réponse|antwort|ejemplo de respuesta",
		),
	],
	[
		"request-sample",
		whole(
			"(?:sample|example) (?:requests?|calls?|usage|command|query|curl)(?: .*)?|requests?(?: (?:examples?|samples?))?(?: \\(.*\\))?|request [^()]{1,60} \\([\\w+-]+/[\\w+-]+[^()]*\\)|code (?:samples?|examples?)|usage|curl|ejemplo(?: de petición)?",
		),
	],
	[
		"returns",
		whole(
			`returns?(?: (?:values?|type|data))?|(?:response|return|result|available|output) (?:${parameters}|format|schema|structure|object|body)|field reference|json response`,
		),
	],
	[
		"responses",
		whole(
			"responses|http response details|(?:http )?(?:response|status|return)(?: status)? codes?|statuses|respuestas|réponses|códigos de (?:respuesta|estado)",
		),
	],
	[
		"values",
		whole(
			"enumerated values|enum(?:eration)?s?(?: values?)?|(?:possible|allowed|accepted|valid) values|values",
		),
	],
	["status", whole("(?:http |status |response )?code|status")],
	[
		"example",
		whole(
			"(?:sample|example|beispiel)|examples?(?: .*)?|samples|ejemplos?|exemples?|beispiele?",
		),
	],
	[
		"security",
		whole(
			"security|(?:requires? )?auth(?:entication|orization)?(?: (?:required|needed|type|method|scheme))?|login required|requires login|autenticación(?: requerida)?|authentifi(?:cation|zierung)(?: requise| erforderlich)?",
		),
	],
	["condition", whole("conditions?|when|bedingung|condici[óo]n")],
	[
		"permissions",
		whole(
			"(?:accepted |required |oauth )*(?:permissions?|scopes?)(?: required| needed)?(?: \\(.*\\))?",
		),
	],
];

/** The role that a heading or label opens. */
export function partRoleOf(
	words: PartWords,
	text: string,
): PartRole | undefined {
	const known = rolesOf(words);
	if (known.has(text)) return known.get(text);
	const role = findRole(words, text);
	if (known.size >= most) known.clear();
	if (text.length <= longest) known.set(text, role);
	return role;
}

/** The same few headings and labels stand over the parts of every operation. */
const rolesOf = once((_: PartWords) => new Map<string, PartRole | undefined>());
const most = 2_000;
const longest = 80;

function findRole(words: PartWords, text: string): PartRole | undefined {
	const bare = withoutSymbols(text)
		.replace(/\s*expand\s*collapse\s*$/i, "")
		.replace(/^(?:\d+(?:\.\d+)*[.)]?|[IVX]+[.)])\s+(?=\p{L})/u, "")
		.replace(/[`*_:.。：]+/g, "")
		.replace(/\s+/g, " ")
		.trim();
	const found = words.find(([, pattern]) => pattern.test(bare))?.[0];
	const remark = /\s*\([^()]*\)$/.exec(bare);
	return remark === null || found !== undefined
		? found
		: words.find(([, pattern]) =>
				pattern.test(bare.slice(0, remark.index)),
			)?.[0];
}
