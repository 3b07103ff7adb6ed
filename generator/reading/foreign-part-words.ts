import type { PartWords } from "./part-role.ts";

function whole(...words: readonly string[]): RegExp {
	return new RegExp(`^(?:${words.join("|")})$`, "iu");
}

/** What opens parts in Spanish, Portuguese, French, Italian, German, Russian, Chinese and Japanese. */
export const foreignPartWords: PartWords = [
	[
		"method",
		whole(
			"metodo",
			"метод(?: запроса)?",
			"请求(?:方式|方法)",
			"(?:http)?メソッド",
		),
	],
	[
		"url",
		whole(
			"rota",
			"adresse",
			"путь",
			"адрес",
			"(?:请求|接口)(?:地址|路径|url)|路径",
			"(?:リクエスト)?(?:パス|url)",
		),
	],
	["endpoint", whole("solicitud", "aufruf", "запрос", "エンドポイント")],
	[
		"path",
		whole(
			"par[âa]metros (?:de|do|da|en|na) (?:la )?(?:caminho|rota|ruta|path|url)",
			"paramètres? (?:de|du) (?:chemin|route|path|l['’]url)",
			"parametri (?:di|del) (?:percorso|path)",
			"(?:pfad|url)-?parameter",
			"параметры (?:пути|url)",
			"(?:路径|path) ?参数",
			"(?:パス|url)パラメーター?",
		),
	],
	[
		"query",
		whole(
			"par[âáa]metros (?:de|da|en) (?:la )?(?:consulta|query|busca|búsqueda)",
			"parametri di (?:query|ricerca)",
			"(?:abfrage|anfrage|query|such)-?parameter",
			"(?:query|get)-параметры|параметры строки запроса",
			"(?:查询|query) ?参数",
			"クエリ(?:ー)?(?:パラメーター?|ストリング)?",
		),
	],
	[
		"header",
		whole(
			"(?:cabeceras|encabezados|cabeçalhos?)(?: d(?:e|a|e la) (?:la )?(?:petición|solicitud|requisição))?",
			"en-têtes?(?: de la requête)?",
			"intestazioni",
			"kopfzeilen|(?:anfrage-?)?header-?(?:felder|parameter)",
			"заголовки(?: запроса)?",
			"请求头(?:部|参数)?",
			"(?:リクエスト)?ヘッダー?",
		),
	],
	[
		"body",
		whole(
			"cuerpo de la (?:petición|solicitud)",
			"corpo(?: d(?:a|o|ella|el) (?:requisição|pedido|richiesta))?",
			"corps(?: de (?:la )?(?:requête|demande))?",
			"(?:anfrage|request)-?(?:körper|rumpf|body|daten)|rumpf|body-parameter",
			"тело(?: запроса)?",
			"请求(?:体|正文|主体)(?:参数)?|body ?参数",
			"リクエスト(?:ボディー?|本文)|ボディー?(?:パラメーター?)?",
		),
	],
	[
		"parameters",
		whole(
			"par[âá]metros(?: d(?:e|a) (?:la )?(?:solicitud|petición|requisição|entrada))?",
			"parametri|campi|parameter|eingabe(?:felder|parameter)?",
			"(?:входные )?параметры(?: запроса)?|аргументы|поля",
			"(?:请求|输入)?参数(?:说明|列表)?|入参|字段(?:说明)?",
			"(?:リクエスト)?パラメータ(?:ー)?|引数|入力(?:項目)?",
		),
	],
	[
		"errors",
		whole(
			"(?:respuestas?|respostas?|réponses?|risposte?) d(?:e |['’]|i )?(?:erro(?:r|s|re)?|erreur)(?: .*)?",
			"erros|errori|fehler(?:codes?|fälle|meldungen|antwort(?:en)?)?",
			"ошибки|коды ошибок|ответ с ошибкой",
			"错误(?:码|代码|响应|返回)?",
			"エラー(?:コード|レスポンス)?",
		),
	],
	[
		"returns",
		whole(
			"campos d(?:e la respuesta|a resposta)|champs de (?:la )?réponse|antwort-?felder|rückgabe(?:wert)?|devuelve|retorno",
			"(?:поля|параметры) ответа|возвращает",
			"(?:返回|响应|输出)(?:参数|字段|值)(?:说明)?|出参",
			"レスポンス(?:パラメータ|フィールド|項目|ボディ)ー?|戻り値|出力",
		),
	],
	[
		"responses",
		whole(
			"c[óo]digos? d(?:e|a) (?:respuesta|estado|status|retorno|resposta)(?: http)?",
			"codes? (?:de )?(?:réponse|retour|statut|http)|codici di (?:risposta|stato)",
			"(?:status|antwort|rückgabe)-?codes?|antworten|respostas",
			"коды (?:ответов|ответа|состояния|возврата)",
			"(?:状态|返回|响应)码",
			"ステータス(?:コード)?",
		),
	],
	[
		"response-sample",
		whole(
			"(?:respuesta|resposta|réponse|risposta)(?: (?:exitosa|de sucesso|de éxito|réussie|correcta|con successo))?",
			"(?:ejemplo|exemplo|exemple|esempio) d[ei] (?:la )?(?:respuesta|resposta|réponse|risposta)",
			"[^.:]{0,60} liefert (?:folgendes )?json[^.:]{0,40}",
			"beispielantwort|antwort-?beispiel|erfolgsantwort",
			"(?:пример )?(?:успешн(?:ый|ого) )?ответа?",
			"(?:返回|响应)(?:示例|结果|数据|内容)?",
			"(?:レスポンス|応答)(?:例|サンプル)?",
		),
	],
	[
		"request-sample",
		whole(
			"(?:ejemplo|exemplo|exemple|esempio) d[ei] (?:la )?(?:petición|solicitud|llamada|requisição|chamada|requête|appel|richiesta)",
			"beispiel-?(?:anfrage|aufruf)|(?:anfrage|aufruf)-?beispiel",
			"пример (?:запроса|вызова)",
			"(?:请求|调用)示例",
			"リクエスト(?:例|サンプル)",
		),
	],
	[
		"example",
		whole("exemplos?|esempi?o?", "примеры?", "示例|例子", "例|サンプル|使用例"),
	],
	[
		"security",
		whole(
			"autenticaci[óo]n|autenticação|autenticazione|authentification|authentifizierung",
			"авторизация|аутентификация",
			"认证|鉴权|认证方式",
			"認証",
		),
	],
];
