// Made by templates/precompile.mjs from the templates beside it.
export const templates = {
	"package/README": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"title"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":17,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = container.lambda(container.strict(depth0, "fence", {"start":{"line":18,"column":2},"end":{"line":18,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "title", {"start":{"line":15,"column":2},"end":{"line":15,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "An answer that comes bit by bit is a stream: `for await (const item of await call)`. Leaving the loop lets go of the\nconnection; `timeout` is then the time until the headers, and anew the time for each next piece.\n\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "A file to send is a blob, bytes, a response or a file that is being read; `toFile(bytes, \"name.png\")` gives it a name.\n\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "Fields that are bytes in base64 are texts: `toBase64(bytes)` and `fromBase64(text)` make one of the other.\n\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "### "
    + ((stack1 = alias2(alias1(depth0, "title", {"start":{"line":44,"column":6},"end":{"line":44,"column":11}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "fence", {"start":{"line":46,"column":2},"end":{"line":46,"column":7}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    return "The methods of other resources are called in the same way; `api.md` lists them all.\n\n";
},"7":function(container,depth0,helpers,partials,data) {
    return ", the items of a stream one by one";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n"
    + ((stack1 = container.lambda(container.strict(depth0, "zod", {"start":{"line":66,"column":2},"end":{"line":66,"column":5}} ), depth0)) != null ? stack1 : "")
    + " has schemas of Zod 4 for all types that have a name and for what each method takes (`…Params`) and resolves to\n(`…Data`). Zod is then a dependency of your program.\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "## Lists\n\nA call that lists is a promise of its first page's data as any other call is, and a walk over the items of all pages,\nwhich are asked for one after another, when it comes to them:\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "list", {"start":{"line":76,"column":2},"end":{"line":76,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\n`.toArray({ max })` collects items, `.pages()` walks over pages with `data`, `items`, `response` and `number`, and\n`.firstPage()` gives the first; a page has `hasNextPage()` and `getNextPage()`. Every page is asked for with the params,\nheaders and options of the first; a timeout is that of one page, the option `maxPages` ends a walk early.\nAn error says on which `page` it happened. A list that leads back to a page that was read, or away from the API's host,\nends with an `ApiPageError`.\n\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n## Docs\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "docs", {"start":{"line":130,"column":2},"end":{"line":130,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "\n## Whose words these are\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "attribution", {"start":{"line":136,"column":2},"end":{"line":136,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\u003C!-- "
    + ((stack1 = alias2(alias1(depth0, "banner", {"start":{"line":1,"column":7},"end":{"line":1,"column":13}} ), depth0)) != null ? stack1 : "")
    + " -->\n\n# "
    + ((stack1 = alias2(alias1(depth0, "title", {"start":{"line":3,"column":4},"end":{"line":3,"column":9}} ), depth0)) != null ? stack1 : "")
    + "\n\nA typed client for "
    + ((stack1 = alias2(alias1(depth0, "title", {"start":{"line":5,"column":21},"end":{"line":5,"column":26}} ), depth0)) != null ? stack1 : "")
    + ", without dependencies. It runs wherever `fetch` does.\n\n```sh\nnpm install "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":8,"column":14},"end":{"line":8,"column":18}} ), depth0)) != null ? stack1 : "")
    + "\n```\n\n## A client\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"schemes"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":20,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(depth0, "environment", {"start":{"line":21,"column":2},"end":{"line":21,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n\n## Calls\n\nThe last parameter of a path is given by position, everything else in one object under the names that it has on the wire.\nA call is a promise of the data; `.asResponse()` gives the response and `.withResponse()` both.\nWhat fails is an `ApiError` with `status`, `errors`, `method`, `url`, `requestId` and `body`, of the class of its status\n(`NotFoundError`, `RateLimitError`, …); `.result()` does not throw and gives `{ ok, data }` or `{ ok, error }`.\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"streams"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":30,"column":0},"end":{"line":34,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"files"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":38,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"base64"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":0},"end":{"line":42,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"examples"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":48,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"others"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":52,"column":7}}})) != null ? stack1 : "")
    + "A program that needs to be small imports "
    + ((stack1 = alias2(alias1(depth0, "functions", {"start":{"line":53,"column":43},"end":{"line":53,"column":52}} ), depth0)) != null ? stack1 : "")
    + ": a function for each method, which takes what\n`createClient(options)` of "
    + ((stack1 = alias2(alias1(depth0, "core", {"start":{"line":54,"column":29},"end":{"line":54,"column":33}} ), depth0)) != null ? stack1 : "")
    + " makes. A bundle holds only the functions that are called. What a client does\nbeyond deadlines and retries is a feature that such a program names: `createClient(options, [followRedirects])`; a client\nwith methods has `allFeatures`. "
    + ((stack1 = alias2(alias1(depth0, "resources", {"start":{"line":56,"column":34},"end":{"line":56,"column":43}} ), depth0)) != null ? stack1 : "")
    + " has the classes and types of one resource alone.\n\n`validate: \"warn\"` or `\"throw\"`, of the client or of one call, holds params and data to the docs"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"streams"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":58,"column":96},"end":{"line":58,"column":152}}})) != null ? stack1 : "")
    + ".\nThe client is given what they are held to, the Standard Schemas of "
    + ((stack1 = alias2(alias1(depth0, "schemas", {"start":{"line":59,"column":69},"end":{"line":59,"column":76}} ), depth0)) != null ? stack1 : "")
    + ":\n\n"
    + ((stack1 = alias2(alias1(depth0, "validating", {"start":{"line":61,"column":2},"end":{"line":61,"column":12}} ), depth0)) != null ? stack1 : "")
    + "\n\nPrograms that do not import it hold none of them; with functions it is a feature, "
    + ((stack1 = alias2(alias1(depth0, "validation", {"start":{"line":63,"column":84},"end":{"line":63,"column":94}} ), depth0)) != null ? stack1 : "")
    + ".\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"zod"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":64,"column":0},"end":{"line":68,"column":7}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"list"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":70,"column":0},"end":{"line":84,"column":7}}})) != null ? stack1 : "")
    + "## When something goes wrong\n\n| What | The client |\n| --- | --- |\n| A call takes too long | ends after `timeout` (60 s: attempts, waits and body together), an attempt after `attemptTimeout`; the error says in which `phase` |\n| 408, 409, 429, 5xx, a lost connection | tries again up to `maxRetries` (2) times, after what `Retry-After` says (up to 60 s) or a random wait; not where the call would outlast its time, nor when most calls fail |\n| A POST or PATCH fails | tries again only if nothing was sent, or under the `idempotencyKey` of the call |\n| 401, with a credential that is a function | asks the function once more |\n| A redirect | is followed for GET and HEAD; another origin gets no header of the request |\n| A body is very large | stops at `maxResponseBytes` (100 MB, decompressed) |\n| You want to see it | `logLevel: \"debug\"`; credentials and fields named like secrets are left out of logs and errors |\n\n`middleware` sees every attempt on its way out and in.\n\nThe option `tracer` takes a tracer of OpenTelemetry: each request that is sent becomes a span by its conventions for HTTP,\nwithout credentials and without parameters named like secrets. With a `propagator` it tells the server of the span:\n\n```ts\nimport { context, propagation, type Span, trace } from \"@opentelemetry/api\";\n\nexport const propagator = {\n  inject: (span: Span, headers: Headers) =>\n    propagation.inject(trace.setSpan(context.active(), span), headers, { set: (to, name, value) => to.set(name, value) }),\n};\n```\n\n## Tests of your program\n\n"
    + ((stack1 = alias2(alias1(depth0, "testing", {"start":{"line":113,"column":2},"end":{"line":113,"column":9}} ), depth0)) != null ? stack1 : "")
    + " answers what the docs answer, without a connection: a client whose option `fetch` is "
    + ((stack1 = alias2(alias1(depth0, "fake", {"start":{"line":113,"column":99},"end":{"line":113,"column":103}} ), depth0)) != null ? stack1 : "")
    + " asks nobody. For\neach operation that is named there comes a status, `{ data }`, `{ body }`, `{ error }`, `{ delay }`, a list of these, or a\nfunction; `maxRetries: 0` keeps failures from being tried again.\n\nOperations that are left out give their documented success; `fetch.requests` has what was asked for, and a request that the\ndocs do not know is refused. `fixture(\"name.of.method\")` is what a call resolves to, typed and yours to change. For\nMSW 2 there are handlers: `setupServer(...handlers({ http }))`, with the `http` of MSW. Both take the client's `baseURL`\nwhere it is not the documented one.\n\n## More\n\n`UPGRADING.md` says what changes for a program that used another SDK. In the repository of the package, `npm run reference`\nmakes the reference of all types and methods, and `api.md` lists the methods with what the docs leave open.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"docs"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":126,"column":0},"end":{"line":131,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"attribution"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":132,"column":0},"end":{"line":137,"column":7}}})) != null ? stack1 : "");
},"useData":true},
	"package/UPGRADING": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "\u003C!-- "
    + ((stack1 = alias2(alias1(depth0, "banner", {"start":{"line":1,"column":7},"end":{"line":1,"column":13}} ), depth0)) != null ? stack1 : "")
    + " -->\n\n# Coming from a hand-tuned SDK\n\nCalls look the same: `client.resource.method(id, params, options)`, with the parameters under their wire names. Change the\nimport ("
    + ((stack1 = alias2(alias1(depth0, "import", {"start":{"line":6,"column":10},"end":{"line":6,"column":16}} ), depth0)) != null ? stack1 : "")
    + "), then look through this table.\n\n| There | Here |\n| --- | --- |\n| the client is the default export | "
    + ((stack1 = alias2(alias1(depth0, "className", {"start":{"line":10,"column":39},"end":{"line":10,"column":48}} ), depth0)) != null ? stack1 : "")
    + ", which is the default export too |\n| types under a namespace, `Api.ZoneListParams` | named exports of "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":11,"column":69},"end":{"line":11,"column":73}} ), depth0)) != null ? stack1 : "")
    + "; types of the docs have the docs' names, and what a call resolves to is called `…Response` |\n| `import { Zones } from \"…/resources/zones\"` | the same, and `new Zones(createClient(options))` without the rest of the client |\n| `.asResponse()`, `.withResponse()` | the same; `.result()` gives `{ ok, data }` or `{ ok, error }` and does not throw |\n| `APIError`, `APIConnectionError`, `APIUserAbortError` | `ApiError`, `ApiConnectionError`, `ApiUserAbortError`; those of a status (`NotFoundError`, `RateLimitError`, …) are called the same |\n| `error.error` | `error.body`; `error.errors` lists what the docs call errors, and `error.requestId` is the id of the request |\n| an answer with `success: false` is data or `null` | it rejects with the documented errors |\n| data of another shape than the docs have is passed on | the same, unless the client is made with `validate` and the `schemas` of the package |\n| `timeout` is for one attempt | `timeout` is for the whole call, with its body and all attempts; `attemptTimeout` for one |\n| POST and PATCH are tried again | only under an `idempotencyKey`, or when nothing was sent |\n| `null` where nothing came | `undefined`, and the type says so |\n| an empty id, `..` or an object in a path is sent | `ApiArgumentError`, before anything is sent |\n| without credentials a request is sent as it is | making the client throws and names the option and the variable |\n| every credential that is there is sent | those of one scheme are |\n| `httpAgent`, `fetchOptions.dispatcher` | a `fetch` of your own, or `fetchOptions` |\n";
},"useData":true},
	"package/api": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "| "
    + ((stack1 = alias2(alias1(depth0, "path", {"start":{"line":8,"column":4},"end":{"line":8,"column":8}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "request", {"start":{"line":8,"column":15},"end":{"line":8,"column":22}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "summary", {"start":{"line":8,"column":29},"end":{"line":8,"column":36}} ), depth0)) != null ? stack1 : "")
    + " |\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"silences"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":16,"column":9}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "- "
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "Nowhere that shows in the types.\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\u003C!-- "
    + ((stack1 = alias2(alias1(depth0, "banner", {"start":{"line":1,"column":7},"end":{"line":1,"column":13}} ), depth0)) != null ? stack1 : "")
    + " -->\n\n# Methods of the client for "
    + ((stack1 = alias2(alias1(depth0, "title", {"start":{"line":3,"column":30},"end":{"line":3,"column":35}} ), depth0)) != null ? stack1 : "")
    + "\n\n| Method | Request | What it does |\n| --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"methods"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":9,"column":9}}})) != null ? stack1 : "")
    + "\n## Where the docs are silent\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"silences"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "");
},"useData":true},
	"package/build": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "banner", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\nimport { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from \"node:fs\";\nimport { basename, posix } from \"node:path\";\nimport { rolldown } from \"rolldown\";\n\n// Makes dist/, after the compiler has written the declarations there.\nconst resources = namesIn(\"src/resources\").map((name) => `resources/${name}`);\nconst testing = existsSync(\"src/testing.ts\") ? [\"testing\"] : [];\nconst zod = existsSync(\"src/zod.ts\") ? [\"zod\"] : [];\nconst entries = [\n\t\"index\",\n\t\"core\",\n\t\"functions\",\n\t\"schemas\",\n\t...resources,\n\t...testing,\n\t...zod,\n];\n\nconst minify = {\n\tcompress: true,\n\tcodegen: true,\n\t// The names of functions show in stack traces.\n\tmangle: { toplevel: false },\n};\nconst output = await write(\n\t{\n\t\tinput: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),\n\t\t// What the docs answer is the bulk of the aids for tests, and is data.\n\t\texternal: [/\\/answers\\.json$/, /^zod$/],\n\t},\n\t{\n\t\tchunkFileNames: \"chunks/[name].js\",\n\t\t// Few files load fast, and one of them is all that a program loads that imports one resource.\n\t\tcodeSplitting: {\n\t\t\tgroups: [\n\t\t\t\t{ name: \"runtime\", test: /src\\/runtime\\/(?!schema)/ },\n\t\t\t\t{ name: \"methods\", test: /src\\/methods/, maxSize: 60000 },\n\t\t\t\t{ name: \"functions\", test: /src\\/(?:functions\\/|operations)/, maxSize: 400000 },\n\t\t\t],\n\t\t},\n\t\tminifyInternalExports: false,\n\t\tminify,\n\t},\n);\n// Schemas are in no stack trace: inside of their file, short names will do.\nawait write({ input: \"dist/schemas.js\", external: [/\\/chunks\\//] }, { minify: true });\n// All functions are what the files export that have their code.\nconst files = output.filter(({ moduleIds }) => moduleIds?.some((id) => /src[\\\\/](?:functions[\\\\/]|operations)/.test(id)));\nconst exported = files.flatMap((file) => file.exports).sort();\nconst functionNames = output.find(({ fileName }) => fileName === \"functions.js\").exports.toSorted();\nif (exported.length > 0 && `${exported}` === `${functionNames}`)\n\twriteFileSync(\"dist/functions.js\", files.map(({ fileName }) => `export*from\"./${fileName}\";`).join(\"\"));\nif (testing.length > 0)\n\twriteFileSync(\"dist/testing/answers.json\", JSON.stringify(JSON.parse(readFileSync(\"src/testing/answers.json\", \"utf8\"))));\n\nconst reached = new Set();\nfor (const name of entries) reach(`dist/${name}.d.ts`);\nfor (const file of namesIn(\"dist\", { recursive: true, ending: \".d.ts\" })) {\n\tconst path = `dist/${file}.d.ts`;\n\tif (reached.has(path)) writeFileSync(path, shortened(readFileSync(path, \"utf8\")));\n\telse rmSync(path);\n}\n\n// A module that is required is the one that is imported, so that a class is the same whichever way it came. Its types say so.\nconst types = typesIn(\"dist\");\nfor (const name of entries) {\n\tconst module = await import(`./dist/${name}.js`);\n\tconst text = name === \"functions\" ? functions(module) : name === \"schemas\" ? schemas() : mirror(name, module);\n\twriteFileSync(`dist/${name}.cjs`, required(`require(\"./${basename(name)}.js\")`, \"default\" in module));\n\twriteFileSync(`dist/${name}.d.cts`, `${text.join(\"\\n\")}\\n`);\n}\n\nasync function write(input, options) {\n\tconst bundle = await rolldown({ ...input, platform: \"neutral\", treeshake: { moduleSideEffects: false } });\n\tconst { output } = await bundle.write({ dir: \"dist\", exports: \"named\", entryFileNames: \"[name].js\", ...options });\n\tawait bundle.close();\n\treturn output;\n}\n\n/** Notes a file of declarations and all that it takes from others: what is not noted serves nobody. */\nfunction reach(path) {\n\tif (reached.has(path)) return;\n\treached.add(path);\n\tfor (const [, module] of readFileSync(path, \"utf8\").matchAll(/\\b(?:from |import\\()\"(\\.[^\"]+)\\.js\"/g))\n\t\treach(posix.join(posix.dirname(path), `${module}.d.ts`));\n}\n\n/** Declarations with a tab where the compiler writes four spaces, and constants that follow each other in one statement. */\nfunction shortened(text) {\n\treturn text\n\t\t.replace(/^(?: {4})+/gm, (spaces) => \"\\t\".repeat(spaces.length / 4))\n\t\t.replace(/(?:^export declare const [^\\n]+;\\n){2,}/gm, (lines) => {\n\t\t\tconst constants = lines.trim().split(\"\\n\").map((line) => line.slice(\"export declare const \".length, -1));\n\t\t\treturn `export declare const ${constants.join(\", \")};\\n`;\n\t\t});\n}\n\n/** Tools that look for a default export want it spelt out. */\nfunction required(module, hasDefault) {\n\treturn hasDefault\n\t\t? `const esm=${module};Object.assign(exports,esm,{__esModule:!0});exports.default=esm.default;\\n`\n\t\t: `module.exports=${module};\\n`;\n}\n\nfunction mirror(name, module) {\n\tconst from = imported(name);\n\tconst values = Object.keys(module).filter((value) => value !== \"default\");\n\treturn [\n\t\t`import type * as esm from ${from};`,\n\t\t`export type * from ${from};`,\n\t\t...declared(values),\n\t\t...values.filter((value) => module[value] === module.default).map((value) => `export { ${value} as default };`),\n\t];\n}\n\nfunction functions(module) {\n\tconst others = [\"shapes\", \"operations\"].filter((name) => existsSync(`dist/${name}.d.ts`));\n\treturn [\n\t\t`import type * as esm from ${imported(\"functions\")};`,\n\t\t...others.map((name) => `export type * from ${imported(name)};`),\n\t\t...resources.map((name) => `export type * from \"./${name}.cjs\";`),\n\t\t...declared(Object.keys(module)),\n\t];\n}\n\n/** Of values alone, the type of the module says all. */\nfunction schemas() {\n\treturn [\n\t\t`import type * as esm from ${imported(\"schemas\")};`,\n\t\t\"declare const schemas: typeof esm;\",\n\t\t\"declare namespace schemas {\",\n\t\t\"\\ttype Schema<T> = esm.Schema<T>;\",\n\t\t\"\\ttype Schemas = esm.Schemas;\",\n\t\t\"}\",\n\t\t\"export = schemas;\",\n\t];\n}\n\nfunction imported(name) {\n\treturn `\"./${basename(name)}.js\" with { \"resolution-mode\": \"import\" }`;\n}\n\n/** Values, and the types of the same names where there are any. */\nfunction declared(names) {\n\tif (names.length === 0) return [];\n\tconst values = names.map((name) => `${name}: typeof esm.${name}`);\n\treturn [\n\t\t`export declare const ${values.join(\", \")};`,\n\t\t...names.filter((name) => types.has(name)).map((name) => {\n\t\t\tconst parameters = types.get(name);\n\t\t\tconst given = parameters.replace(/(\\w+) = [^,>]+/g, \"$1\");\n\t\t\treturn `export type ${name}${parameters} = esm.${name}${given};`;\n\t\t}),\n\t];\n}\n\n/** The names of classes and interfaces with their type parameters. */\nfunction typesIn(folder) {\n\tconst declaration = /^export (?:declare class|interface) (\\w+)(<[^{]*?>)?(?= (?:extends|implements|\\{))/gm;\n\tconst files = namesIn(folder, { recursive: true, ending: \".d.ts\" }).map((file) => readFileSync(`${folder}/${file}.d.ts`, \"utf8\"));\n\treturn new Map(\n\t\tfiles.flatMap((text) =>\n\t\t\t[...text.matchAll(declaration)].map(([, name, parameters = \"\"]) => [name, parameters]),\n\t\t),\n\t);\n}\n\nfunction namesIn(folder, { recursive = false, ending = \".ts\" } = {}) {\n\tif (!existsSync(folder)) return [];\n\treturn readdirSync(folder, { recursive })\n\t\t.filter((file) => file.endsWith(ending))\n\t\t.map((file) => file.slice(0, -ending.length))\n\t\t.sort();\n}\n";
},"useData":true},
	"package/definitions": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "banner", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\nimport { appendFileSync, readFileSync, writeFileSync } from \"node:fs\";\nimport { basename, dirname, posix } from \"node:path\";\n\n// Maps the names of methods in dist/ to where the docs state them: an editor that is asked for a method's definition opens\n// the docs. Where they are missing, it opens the declaration.\nconst { docs, files } = JSON.parse(readFileSync(\"definitions.json\", \"utf8\"));\n\nfor (const [name, places] of Object.entries(files)) {\n\tconst path = `dist/${name}.d.ts`;\n\tconst documents = [...new Set(Object.values(places).map(([document]) => document))];\n\tconst up = posix.relative(dirname(path), \".\");\n\tconst map = {\n\t\tversion: 3,\n\t\tfile: basename(path),\n\t\tsources: documents.map((document) => posix.join(up, docs, document)),\n\t\tnames: [],\n\t\tmappings: mappingsOf(readFileSync(path, \"utf8\"), places, documents),\n\t};\n\twriteFileSync(`${path}.map`, JSON.stringify(map));\n\tappendFileSync(path, `\\n//# sourceMappingURL=${basename(path)}.map\\n`);\n}\n\n/** The mappings of source maps: for each line its segments, each of them as differences to the one before. */\nfunction mappingsOf(declarations, places, documents) {\n\tconst before = [0, 0, 0];\n\tlet owner;\n\treturn declarations\n\t\t.split(\"\\n\")\n\t\t.map((line) => {\n\t\t\towner = /^export interface (\\w+)/.exec(line)?.[1] ?? owner;\n\t\t\tconst [, head, name] = /^(export declare function |\\s+)([\\w$]+)\\(/.exec(line) ?? [];\n\t\t\tconst key = /^\\s/.test(head) ? `${owner}.${name}` : name;\n\t\t\tif (name === undefined || !Object.hasOwn(places, key)) return \"\";\n\t\t\tconst [document, row, column] = places[key];\n\t\t\tconst place = [documents.indexOf(document), row - 1, column - 1];\n\t\t\tconst source = place.map((value, at) => digits(value - before[at]));\n\t\t\tbefore.splice(0, 3, ...place);\n\t\t\t// What stands around the name belongs to no document: some take a place for the mapping before it, some for that behind it.\n\t\t\treturn `${digits(head.length - 1)},${digits(1)}${source.join(\"\")},${digits(name.length)}`;\n\t\t})\n\t\t.join(\";\");\n}\n\n/** A number in base 64, five bits a digit, the lowest first; the first bit is the sign. */\nfunction digits(value) {\n\tconst alphabet = \"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\";\n\tlet rest = Math.abs(value) * 2 + (value < 0 ? 1 : 0);\n\tlet text = \"\";\n\tdo {\n\t\tconst more = rest > 31 ? 32 : 0;\n\t\ttext += alphabet[(rest % 32) + more];\n\t\trest = Math.floor(rest / 32);\n\t} while (rest > 0);\n\treturn text;\n}\n";
},"useData":true},
	"package/gitignore": {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "# "
    + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"banner"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":3,"column":9}}})) != null ? stack1 : "")
    + "node_modules/\ndist/\nreference/package-lock.json\nreference/pages/\n";
},"useData":true},
	"package/prepack": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "banner", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\nimport { spawnSync } from \"node:child_process\";\nimport { createHash } from \"node:crypto\";\nimport { existsSync, readdirSync, readFileSync, realpathSync } from \"node:fs\";\nimport { createRequire } from \"node:module\";\nimport { dirname, join, resolve } from \"node:path\";\nimport { fileURLToPath } from \"node:url\";\n\n// Runs before the package is packed: what goes out is what the docs give, and there is all that it takes to build it.\nconst here = dirname(fileURLToPath(import.meta.url));\nconst generateAnew = \"change the docs or the config, and run docwright generate\";\n\ncheckFiles();\ncheckDocs();\ninstallTools();\n\n/** Holds the files to the digests of those that were generated; what is in src/ besides would be published, too. */\nfunction checkFiles() {\n\tconst manifest = \".docwright.json\";\n\tif (!existsSync(join(here, manifest))) fail(`${manifest} is missing: run docwright generate`);\n\tconst { files } = JSON.parse(readFileSync(join(here, manifest), \"utf8\"));\n\tconst edited = Object.keys(files).filter((path) => digestOf(path) !== files[path]);\n\tif (edited.length > 0) fail(`edited since they were generated: ${list(edited)}; ${generateAnew}`);\n\tconst others = filesIn(\"src\").filter((path) => !Object.hasOwn(files, path));\n\tif (others.length > 0) fail(`not generated: ${list(others)}; move them out of src/`);\n}\n\n/** Where the docs and docwright are at hand, asks whether the docs still give this package. */\nfunction checkDocs() {\n\tconst root = projectAbove();\n\tconst bin = root && docwrightOf(root);\n\tconst said = bin && docwright(bin, root, [\"inputs\", \"--json\", \"--quiet\"]);\n\tif (said && said.status !== 0 && said.status !== 1) fail(`docwright cannot say where the docs are:\\n${said.stderr}`);\n\tconst { documents = [], output } = said ? JSON.parse(said.stdout) : {};\n\tif (documents.length === 0 || realpathSync.native(here) !== realPathOf(resolve(root, output.folder))) {\n\t\tconsole.error(\"prepack: neither docs nor docwright at hand, so that only digests were checked\");\n\t\treturn;\n\t}\n\tconst { status, stderr } = docwright(bin, root, [\"generate\", \"--check\", \"--quiet\"]);\n\tif (status === 3) fail(\"the docs give another client by now: run docwright generate\");\n\tif (status !== 0) fail(`docwright generate --check failed:\\n${stderr}`);\n}\n\n/** The folder above that has the config or, with none, the nearest package. */\nfunction projectAbove() {\n\tconst folders = [];\n\tfor (let at = here; !existsSync(join(at, \".git\")) && at !== dirname(at); at = dirname(at)) folders.push(dirname(at));\n\tconst isConfig = (name) => /^docwright\\.config\\.(?:m?[jt]s|json)$/.test(name);\n\treturn folders.find((folder) => {\n\t\tconst names = readdirSync(folder);\n\t\treturn names.some(isConfig) || names.includes(\"package.json\");\n\t});\n}\n\nfunction docwrightOf(root) {\n\ttry {\n\t\tconst manifest = createRequire(join(root, \"package.json\")).resolve(\"docwright/package.json\");\n\t\treturn join(dirname(manifest), JSON.parse(readFileSync(manifest, \"utf8\")).bin.docwright);\n\t} catch {\n\t\treturn undefined;\n\t}\n}\n\nfunction docwright(bin, cwd, args) {\n\treturn spawnSync(process.execPath, [bin, ...args], { cwd, encoding: \"utf8\", maxBuffer: Number.POSITIVE_INFINITY });\n}\n\n/** Installs what builds the package, unless these very versions are there. */\nfunction installTools() {\n\tconst { devDependencies } = JSON.parse(readFileSync(join(here, \"package.json\"), \"utf8\"));\n\tconst require = createRequire(import.meta.url);\n\tconst isThere = (name) => {\n\t\tconst folder = require.resolve.paths(name).find((modules) => existsSync(join(modules, name, \"package.json\")));\n\t\treturn folder && JSON.parse(readFileSync(join(folder, name, \"package.json\"), \"utf8\")).version === devDependencies[name];\n\t};\n\tif ([\"rolldown\", \"typescript\"].every(isThere)) return;\n\tconsole.error(\"prepack: installing what builds the package\");\n\tconst kept = [\"--no-save\", \"--no-package-lock\", \"--ignore-scripts\"];\n\t// What packs may have been told to change nothing, or to leave out what only builds.\n\tconst args = [\"install\", ...kept, \"--include=dev\", \"--dry-run=false\", \"--no-audit\", \"--no-fund\"];\n\tconst { status } = spawnSync(\"npm\", args, { cwd: here, stdio: [\"ignore\", 2, 2], shell: process.platform === \"win32\" });\n\tif (status !== 0) fail(\"npm install failed\");\n}\n\nfunction digestOf(path) {\n\ttry {\n\t\treturn createHash(\"sha256\").update(readFileSync(join(here, path))).digest(\"hex\");\n\t} catch {\n\t\treturn undefined;\n\t}\n}\n\nfunction filesIn(folder) {\n\treturn readdirSync(join(here, folder), { withFileTypes: true }).flatMap((entry) => {\n\t\tconst path = `${folder}/${entry.name}`;\n\t\treturn entry.isDirectory() ? filesIn(path) : [path];\n\t});\n}\n\nfunction realPathOf(path) {\n\treturn existsSync(path) ? realpathSync.native(path) : path;\n}\n\n/** The first of many, each on one line whatever it is called. */\nfunction list(paths) {\n\tconst shown = paths.slice(0, 5).map((path) => JSON.stringify(path)).join(\", \");\n\treturn paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;\n}\n\nfunction fail(sentence) {\n\tconsole.error(`prepack: ${sentence}`);\n\tprocess.exit(1);\n}\n";
},"useData":true},
	"package/reference-package": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "{\n\t\"private\": true,\n\t\"description\": \"Makes the reference of the client, beside it since its tools need a compiler of their own.\",\n\t\"scripts\": {\n\t\t\"make\": \"typedoc\"\n\t},\n\t\"devDependencies\": {\n\t\t\"typedoc\": \"0.28.20\",\n\t\t\"typedoc-plugin-markdown\": \"4.14.1\",\n\t\t\"typescript\": \"5.9.3\"\n\t}\n}\n";
},"useData":true},
	"package/tsconfig": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "{\n\t\"compilerOptions\": {\n\t\t\"target\": \"ES2022\",\n\t\t\"lib\": [\"ES2022\", \"DOM\", \"DOM.Iterable\"],\n\t\t\"module\": \"NodeNext\",\n\t\t\"moduleResolution\": \"NodeNext\",\n\t\t\"types\": [],\n\t\t\"resolveJsonModule\": true,\n\t\t\"strict\": true,\n\t\t\"exactOptionalPropertyTypes\": true,\n\t\t\"noUncheckedIndexedAccess\": true,\n\t\t\"noImplicitOverride\": true,\n\t\t\"verbatimModuleSyntax\": true,\n\t\t\"isolatedModules\": true,\n\t\t\"skipLibCheck\": false,\n\t\t\"noEmit\": true\n\t},\n\t\"include\": [\"src\"]\n}\n";
},"useData":true},
	"package/tsconfig.build": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "{\n\t\"extends\": \"./tsconfig.json\",\n\t\"compilerOptions\": {\n\t\t\"noEmit\": false,\n\t\t\"outDir\": \"dist\",\n\t\t\"rootDir\": \"src\",\n\t\t\"declaration\": true,\n\t\t\"emitDeclarationOnly\": true\n\t},\n\t\"include\": [\"src\"]\n}\n";
},"useData":true},
	"package/typedoc": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "{\n\t\"plugin\": [\"typedoc-plugin-markdown\"],\n\t\"entryPoints\": [\"../src/index.ts\", \"../src/core.ts\", \"../src/functions.ts\"],\n\t\"tsconfig\": \"../tsconfig.json\",\n\t\"readme\": \"none\",\n\t\"disableSources\": true,\n\t\"hidePageHeader\": true,\n\t\"excludeExternals\": true,\n\t\"validation\": { \"notExported\": false },\n\t\"out\": \"pages\"\n}\n";
},"useData":true},
	"package/vitest.config": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "banner", {"start":{"line":1,"column":2},"end":{"line":1,"column":8}} ), depth0)) != null ? stack1 : "")
    + "\nimport { defineConfig } from \"vitest/config\";\n\nexport default defineConfig({\n\ttest: {\n\t\tinclude: [\"test/**/*.test.ts\"],\n\t\t// The snapshots come from the docs: a run never writes one, and a missing one fails.\n\t\tupdate: \"none\",\n\t\t// No test changes what another sees, and starting each file anew takes longer than running it.\n\t\tisolate: false,\n\t},\n});\n";
},"useData":true},
};
