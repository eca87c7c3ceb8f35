package org.exitrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CellsTest {

    private enum Colour { RED, GREEN, BLUE }

    private final LayoutBuilder open = new LayoutBuilder();
    private final CellScope scope = open.region("r");

    @Test
    void aFlagIsRaisedClearedAndTested() {
        FlagCell flag = scope.flag("f");
        FlagCell set = scope.flag("set").initially(true);
        open.close();
        assertThat(flag.isClear()).isTrue();
        assertThat(flag.isSet()).isFalse();
        assertThat(set.isSet()).isTrue();
        assertThat(set.isClear()).isFalse();
        flag.raise();
        assertThat(flag.isSet()).isTrue();
        assertThat(flag.testAndSet()).isTrue();
        assertThat(flag.testAndClear()).isTrue();
        assertThat(flag.isSet()).isFalse();
        assertThat(flag.testAndClear()).isFalse();
        assertThat(flag.testAndSet()).isFalse();
        assertThat(flag.isSet()).isTrue();
        flag.become(false);
        assertThat(flag.isSet()).isFalse();
        flag.become(true);
        assertThat(flag.isSet()).isTrue();
        flag.clear();
        assertThat(flag.isSet()).isFalse();
        assertThat(set.isSet()).as("the neighbour is left alone").isTrue();
        assertThat(flag.render(0) + flag.render(1)).isEqualTo("01");
        assertThat(flag.describeType()).isEqualTo("0 or 1");
    }

    @Test
    void aCountKeepsItsBounds() {
        CountCell count = scope.count("c", 5);
        CountCell signed = scope.count("s", -2, 1).initially(-1);
        CountCell high = scope.count("h", 3, 9);
        open.close();
        assertThat(count.get()).isZero();
        assertThat(signed.get()).isEqualTo(-1);
        assertThat(high.get()).as("a range without 0 begins at its least").isEqualTo(3);
        assertThat(count.most()).isEqualTo(5);
        count.become(5);
        assertThat(count.is(5)).isTrue();
        assertThat(count.is(4)).isFalse();
        assertThatThrownBy(count::increment).isInstanceOf(CellRangeException.class)
                .hasMessageContaining("'r.c' holds 0 to 5 and was given 6");
        count.decrement();
        assertThat(count.get()).isEqualTo(4);
        count.clear();
        assertThat(count.get()).isZero();
        assertThatThrownBy(count::decrement).isInstanceOf(CellRangeException.class);
        signed.decrement();
        assertThat(signed.get()).isEqualTo(-2);
        signed.clear();
        assertThat(signed.get()).isZero();
        signed.increment();
        assertThat(signed.get()).isEqualTo(1);
        assertThat(signed.render(0)).isEqualTo("-2");
        assertThatThrownBy(high::clear).isInstanceOf(CellRangeException.class);
    }

    @Test
    void aCountOfNoRangeIsRefused() {
        assertThatThrownBy(() -> scope.count("x", 2, 1)).hasMessageContaining("2 is more than 1");
        assertThat(scope.count("one", 4, 4).bits()).isEqualTo(1);
        assertThat(scope.count("all", Integer.MIN_VALUE, Integer.MAX_VALUE).bits()).isEqualTo(32);
    }

    @Test
    void aCountOfAllIntegersHoldsTheExtremes() {
        CountCell all = scope.count("all", Integer.MIN_VALUE, Integer.MAX_VALUE);
        open.close();
        assertThat(all.get()).isZero();
        all.become(Integer.MIN_VALUE);
        assertThat(all.get()).isEqualTo(Integer.MIN_VALUE);
        all.become(Integer.MAX_VALUE);
        assertThat(all.get()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aChoiceHoldsOneConstant() {
        EnumCell<Colour> colour = scope.choice("colour", Colour.class);
        EnumCell<Colour> blue = scope.choice("blue", Colour.class).initially(Colour.BLUE);
        open.close();
        assertThat(colour.get()).isEqualTo(Colour.RED);
        assertThat(blue.is(Colour.BLUE)).isTrue();
        assertThat(blue.is(Colour.RED)).isFalse();
        assertThat(blue.isEither(Colour.BLUE, Colour.RED)).isTrue();
        assertThat(blue.isEither(Colour.RED, Colour.BLUE)).isTrue();
        assertThat(blue.isEither(Colour.RED, Colour.GREEN)).isFalse();
        colour.become(Colour.GREEN);
        assertThat(colour.get()).isEqualTo(Colour.GREEN);
        colour.clear();
        assertThat(colour.get()).isEqualTo(Colour.RED);
        assertThat(colour.render(2)).isEqualTo("BLUE");
        assertThat(colour.render(3)).isEqualTo("?3");
        assertThat(colour.describeType()).isEqualTo("one of [RED, GREEN, BLUE]");
        assertThat(colour.bits()).isEqualTo(2);
    }

    @Test
    void aSetKnowsItsMembers() {
        BitsCell set = scope.bits("set", 4).initially(0b1001);
        open.close();
        assertThat(set.has(0)).isTrue();
        assertThat(set.has(1)).isFalse();
        set.add(1);
        assertThat(set.get()).isEqualTo(0b1011);
        set.remove(0);
        assertThat(set.get()).isEqualTo(0b1010);
        assertThat(set.testAndClear(3)).isTrue();
        assertThat(set.testAndClear(3)).isFalse();
        assertThat(set.get()).isEqualTo(0b0010);
        set.become(0b1111);
        assertThat(set.render(set.get())).isEqualTo("{0,1,2,3}");
        assertThat(set.isEmpty()).isFalse();
        set.clear();
        assertThat(set.isEmpty()).isTrue();
        assertThat(set.render(0)).isEqualTo("{}");
        assertThatThrownBy(() -> set.add(4)).isInstanceOf(CellRangeException.class)
                .hasMessageContaining("a set out of 0 to 3");
    }

    @Test
    void aSetOfNoneOrOfTooManyIsRefused() {
        assertThatThrownBy(() -> scope.bits("none", 0)).hasMessageContaining("1 to 63");
        assertThatThrownBy(() -> scope.bits("many", 64)).hasMessageContaining("1 to 63");
        assertThat(scope.bits("one", 1).bits()).isEqualTo(1);
        assertThat(scope.bits("most", 63).bits()).isEqualTo(63);
    }

    @Test
    void aPointerPointsSomewhereOrNowhere() {
        IndexCell pointer = scope.index("p", 3);
        IndexCell second = scope.index("q", 3).initially(1);
        open.close();
        assertThat(pointer.isNone()).isTrue();
        assertThatThrownBy(pointer::get).hasMessage("cell 'r.p' points nowhere");
        assertThat(second.is(1)).isTrue();
        assertThat(second.isNone()).isFalse();
        pointer.become(2);
        assertThat(pointer.get()).isEqualTo(2);
        assertThat(pointer.is(2)).isTrue();
        assertThat(pointer.is(1)).isFalse();
        assertThatThrownBy(() -> pointer.become(3)).isInstanceOf(CellRangeException.class);
        assertThatThrownBy(() -> pointer.become(-1)).isInstanceOf(CellRangeException.class);
        pointer.clear();
        assertThat(pointer.isNone()).isTrue();
        assertThat(pointer.render(0)).isEqualTo("none");
        assertThat(pointer.render(3)).isEqualTo("2");
        assertThat(pointer.describeType()).isEqualTo("none or 0 to 2");
        assertThat(pointer.bits()).isEqualTo(2);
    }

    @Test
    void aWordHoldsAllItsBits() {
        FlagCell before = scope.flag("before").initially(true);
        WordCell word = scope.word("w").initially(-2);
        open.close();
        assertThat(word.get()).isEqualTo(-2);
        assertThat(word.is(-2)).isTrue();
        assertThat(word.is(2)).isFalse();
        word.become(Long.MIN_VALUE);
        assertThat(word.get()).isEqualTo(Long.MIN_VALUE);
        assertThat(word.render(word.get())).isEqualTo("0x8000000000000000");
        word.clear();
        assertThat(word.get()).isZero();
        assertThat(word.describeType()).isEqualTo("64 bits");
        assertThat(before.isSet()).isTrue();
    }

    @Test
    void aNameHasItsScopesBeforeIt() {
        FlagCell inner = scope.in("lapic").in("irr").flag("bit");
        assertThat(inner.name()).isEqualTo("r.lapic.irr.bit");
        assertThat(inner).hasToString("r.lapic.irr.bit");
        assertThat(scope.in("x").ghost().flag("g").cellClass()).isEqualTo(CellClass.GHOST);
        assertThat(scope.in("x").clock().flag("h").cellClass()).isEqualTo(CellClass.CLOCK);
        assertThat(inner.cellClass()).isEqualTo(CellClass.ESSENTIAL);
    }
}
