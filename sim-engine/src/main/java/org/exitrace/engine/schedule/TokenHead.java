package org.exitrace.engine.schedule;

import java.io.ByteArrayOutputStream;
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

    /** Letters, digits and the marks of names stand for themselves, all else as %XX of UTF-8. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (unit & 0xFF);
            if (isPlain(letter)) {
                text.append(letter);
            } else {
                text.append('%').append(Character.toUpperCase(Character.forDigit(letter >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(letter & 15, 16)));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char letter) {
        return letter < 0x80
                && (Character.isLetterOrDigit(letter) || "/-_.".indexOf(letter) >= 0);
    }

    private static String plain(String escaped) {
        ByteArrayOutputStream units = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char letter = escaped.charAt(i);
            if (letter != '%') {
                units.write(letter);
                continue;
            }
            boolean whole = i + 2 < escaped.length();
            int high = whole ? Character.digit(escaped.charAt(i + 1), 16) : -1;
            int low = whole ? Character.digit(escaped.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new ScheduleException("the token is damaged at '" + escaped
                        + "'; copy the whole line again");
            }
            units.write(high << 4 | low);
            i += 2;
        }
        return units.toString(StandardCharsets.UTF_8);
    }
}
