import type { Feature } from "./feature.js";
import { isOnce } from "./retry.js";

/** Asks functions that give credentials once more when the server refused what they gave (401), and tries again. */
export const renewal: Feature = () => ({
	renew: (exchange) =>
		exchange.response?.status === 401 &&
		exchange.scheme.some(([, secret]) => typeof secret === "function") &&
		!isOnce(exchange),
});
