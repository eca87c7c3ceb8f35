package org.exitrace.reports.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.reports.json.Json;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void escapesForThePlaceWhereATextStands() {
        Markup markup = new Markup().element("p", "a<b & \"c\"\n", "title", "a<b & \"c\"\n");

        assertThat(markup).hasToString("<p title=\"a&lt;b &amp; &quot;c&quot;&#10;\">"
                + "a&lt;b &amp; \"c\"\n</p>");
    }

    @Test
    void refusesCodeWhereOnlyTextBelongs() {
        Markup markup = new Markup();

        assertThatThrownBy(() -> markup.element("a", "x", "href", "javascript:alert(1)"))
                .hasMessageContaining("within the page");
        assertThatThrownBy(() -> markup.element("p", "x", "onclick", "alert(1)"))
                .hasMessageContaining("no code");
        assertThatThrownBy(() -> markup.element("p", "x", "style", "color: red"))
                .hasMessageContaining("no code");
        assertThatThrownBy(() -> markup.open("p onclick=x"))
                .hasMessageContaining("not a name");
        assertThatThrownBy(() -> markup.own("script", "x</script>"))
                .hasMessageContaining("must not end");
    }

    @Test
    void refusesToEndWithAnElementOpen() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).hasMessageContaining("'p'");
    }

    @Test
    void writesJsonThatNeitherEndsAScriptNorBreaksXml() {
        Json json = new Json().object().key("a<b").value("</script>&\u2028\"\\\u0001\ud800")
                .key("n").numbers(List.of(1, 2)).key("t").values(List.of("x", "y"))
                .key("yes").value(true).endObject();

        assertThat(json).hasToString("{\"a\\u003cb\":\"\\u003c/script\\u003e\\u0026\\u2028"
                + "\\u0022\\u005c\\u0001\\ud800\",\"n\":[1,2],\"t\":[\"x\",\"y\"],\"yes\":true}");
    }
}
