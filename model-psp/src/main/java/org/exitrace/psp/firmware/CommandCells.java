package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.spec.SevPolicy;

/**
 * The arguments of a command: the command buffer in memory, and the firmware's copy of it. What
 * a caller can do wrong with its input alone, such as a length, a signature or a reserved bit, is
 * not modelled as a value but as one flag for each such flaw, by its place among the command's.
 */
public final class CommandCells extends Region {

    /** No memory is named. */
    public static final int NO_AREA = 0;
    /** The memory lies outside of what the reverse map table covers. */
    public static final int OUTSIDE = 1;
    /** The memory is page 0; larger numbers are the pages that follow. */
    public static final int FIRST_PAGE = 2;

    /** Most flaws that one command knows. */
    public static final int MOST_FLAWS = 40;

    /** The guest; 0 is never valid. */
    public final CountCell handle;
    /** The guest whose keys are to be shared; 0 for none. */
    public final CountCell share;
    /** The ASID. */
    public final CountCell asid;
    /** Core complexes that are meant; empty for all. */
    public final BitsCell ccxs;
    /** Policy of a new guest. */
    public final BitsCell policy =
            cells().bits("policy", SevPolicy.values().length).named(SevPolicy.names());
    /** What is asked for, by ordinal of {@link Option}. */
    public final BitsCell options = cells().bits("options", Option.values().length);
    /** Memory that is named: {@link #NO_AREA}, {@link #OUTSIDE} or {@link #FIRST_PAGE} and on. */
    public final CountCell area;
    /** INIT: the memory for encrypted state, named in the same way. */
    public final CountCell esArea;
    /** INIT: how large that is, in MiB. */
    public final CountCell esSize = cells().count("es_size", 2);
    /** Version of an image or of a TCB; 0 for none. */
    public final CountCell version = cells().count("version", Versions.NEWEST);
    /** The page that is meant. */
    public final CountCell page;
    /** How many pages from there on, if more than one may be meant. */
    public final CountCell pages;
    /** The page into which something goes. */
    public final CountCell to;
    /** The page into which an answer or a packet goes. */
    public final IndexCell buffer;
    /** The page into which a packet's header goes. */
    public final IndexCell header;
    /** LAUNCH_START: the owner's certificate and session are given. */
    public final FlagCell session = cells().flag("session");
    /** LAUNCH_SECRET: the measurement to which the packet is bound. */
    public final WordCell boundTo = cells().word("bound_to");
    /** What only SNP has. */
    public final SnpArguments snp;
    /** What is wrong with the input. */
    public final BitsCell flaws = cells().bits("flaws", MOST_FLAWS);

    /** Declares the cells in {@code scope}. */
    public CommandCells(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        handle = cells().count("handle", bounds.handles() + 1);
        share = cells().count("share", bounds.handles() + 1);
        asid = cells().count("asid", bounds.asids() + 1);
        ccxs = cells().bits("ccxs", bounds.ccxs());
        page = cells().count("page", bounds.pages() + StagingPages.COUNT);
        pages = cells().count("pages", Math.max(1, bounds.pages()));
        to = cells().count("to", Math.max(1, bounds.pages()));
        buffer = cells().index("buffer", Math.max(1, bounds.pages()));
        header = cells().index("header", Math.max(1, bounds.pages()));
        area = cells().count("area", FIRST_PAGE + bounds.pages());
        snp = new SnpArguments(cells().in("snp"), bounds);
        esArea = cells().count("es_area", FIRST_PAGE + bounds.pages());
    }

    /** INIT: asks for encrypted state, with {@code area} of {@code size} MiB as its memory. */
    public void askForEncryptedState(int area, int size) {
        options.add(Option.ES.ordinal());
        esArea.become(area);
        esSize.become(size);
    }

    /** Whether {@code option} is asked for. */
    public boolean asks(Option option) {
        return options.has(option.ordinal());
    }

    /** Copies all from {@code other}. */
    public void take(CommandCells other) {
        handle.become(other.handle.get());
        share.become(other.share.get());
        asid.become(other.asid.get());
        ccxs.become(other.ccxs.get());
        policy.become(other.policy.get());
        options.become(other.options.get());
        page.become(other.page.get());
        pages.become(other.pages.get());
        to.become(other.to.get());
        copy(other.buffer, buffer);
        copy(other.header, header);
        session.become(other.session.isSet());
        boundTo.become(other.boundTo.get());
        area.become(other.area.get());
        esArea.become(other.esArea.get());
        esSize.become(other.esSize.get());
        version.become(other.version.get());
        snp.take(other.snp);
        flaws.become(other.flaws.get());
    }

    /** Forgets all, as a dead buffer must. */
    public void clear() {
        handle.clear();
        share.clear();
        asid.clear();
        ccxs.clear();
        policy.clear();
        options.clear();
        page.clear();
        pages.clear();
        to.clear();
        buffer.clear();
        header.clear();
        session.clear();
        boundTo.clear();
        area.clear();
        esArea.clear();
        esSize.clear();
        version.clear();
        snp.clear();
        flaws.clear();
    }

    private static void copy(IndexCell from, IndexCell to) {
        if (from.isNone()) {
            to.clear();
        } else {
            to.become(from.get());
        }
    }
}
