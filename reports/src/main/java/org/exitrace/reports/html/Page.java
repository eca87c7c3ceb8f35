package org.exitrace.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.reports.markup.Markup;

/** The frame of every page: title, style, script, and a policy that forbids any request. */
final class Page {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
    private static final List<String> SCRIPTS =
            List.of("run.js", "lanes.js", "lanes-rows.js", "panel.js", "page.js");

    private Page() {
    }

    /** A page of that title whose main part {@code body} writes. */
    static String of(String title, Consumer<Markup> body) {
        StringBuilder script = new StringBuilder("'use strict';\n");
        SCRIPTS.forEach(name -> script.append(resource(name)));
        Markup page = new Markup();
        page.open("html", "lang", "en").line();
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width").line();
        page.empty("meta", "name", "color-scheme", "content", "light dark").line();
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
        page.element("title", title + " - Exitrace").line();
        page.own("style", resource("page.css")).line();
        page.close().line();
        page.open("body").line();
        page.in("main", body).line();
        page.own("script", script.toString()).line();
        page.close().close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
