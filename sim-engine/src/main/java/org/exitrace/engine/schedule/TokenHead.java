package org.exitrace.engine.schedule;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The readable part of a token: {@code scenario[@switch=value,...][+parameter=value,...]}.
 *
 * @param scenario name of the scenario
 * @param design labels that are not the usual ones, by switch
 * @param machine parameters of the machine that are not the scenario's own, by name
 */
record TokenHead(String scenario, Map<String, String> design, Map<String, String> machine) {

    String text() {
        return escaped(scenario) + pairs('@', design) + pairs('+', machine);
    }

    static TokenHead parse(String text) {
        int plus = text.indexOf('+');
        String machine = plus < 0 ? "" : text.substring(plus + 1);
        String rest = plus < 0 ? text : text.substring(0, plus);
        int at = rest.indexOf('@');
        String design = at < 0 ? "" : rest.substring(at + 1);
        String scenario = at < 0 ? rest : rest.substring(0, at);
        return new TokenHead(plain(scenario), parsePairs(design), parsePairs(machine));
    }

    private static String pairs(char opening, Map<String, String> values) {
        return values.isEmpty() ? "" : opening + values.entrySet().stream()
                .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> parsePairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String pair : text.split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new ScheduleException("the token has '" + pair
                            + "' where it should have name=value; copy the whole line");
                }
                pairs.put(plain(pair.substring(0, equals)), plain(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20").replace("%2F", "/").replace("*", "%2A");
    }

    private static String plain(String escaped) {
        try {
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            throw new ScheduleException("the token is damaged at '" + escaped
                    + "'; copy the whole line again");
        }
    }
}
