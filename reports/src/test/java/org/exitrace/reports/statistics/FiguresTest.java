package org.exitrace.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void groupsDigitsByThree() {
        assertThat(Durations.grouped(7)).isEqualTo("7");
        assertThat(Durations.grouped(1234)).isEqualTo("1,234");
        assertThat(Durations.grouped(-123456)).isEqualTo("-123,456");
        assertThat(Durations.grouped(Long.MAX_VALUE)).isEqualTo("9,223,372,036,854,775,807");
    }

    @Test
    void roundsDurationsDownInAUnitThatFits() {
        assertThat(Durations.rounded(999)).isEqualTo("999 ns");
        assertThat(Durations.rounded(1_250)).isEqualTo("1.250 us");
        assertThat(Durations.rounded(12_345_678)).isEqualTo("12.34 ms");
        assertThat(Durations.rounded(7_654_000_000_000L)).isEqualTo("7654.0 s");
    }

    @Test
    void showsSmallSharesWithMoreDigits() {
        assertThat(Shares.percent(0)).isEqualTo("0 %");
        assertThat(Shares.percent(1)).isEqualTo("100 %");
        assertThat(Shares.percent(0.25)).isEqualTo("25.0 %");
        assertThat(Shares.percent(0.0031)).isEqualTo("0.31 %");
        assertThat(Shares.percent(0.00002)).isEqualTo("0.0020 %");
        assertThat(Shares.percent(0.99998)).isEqualTo("99.9980 %");
        assertThat(Shares.percent(1e-7)).isEqualTo("0.0000100 %");
        assertThat(Shares.percent(2.4e-9)).isEqualTo("2.4e-7 %");
        assertThat(Shares.points(-0.0031)).isEqualTo("-0.31");
        assertThat(Shares.points(2.4e-9)).isEqualTo("2.4e-7");
    }
}
