package org.exitrace.psp.firmware;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.spec.ActivationState;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/**
 * All that the firmware knows and touches. It runs one command at a time, to its end; what of it
 * x86 software touches at the same time are {@link CoreComplex} and pages.
 */
public final class Firmware {

    /** How much of everything there is. */
    public final FirmwareBounds bounds;
    /** The platform. */
    public final Platform platform;
    /** Keys in flash memory. */
    public final KeyStore flash;
    /** Keys in the memory that INIT_EX names; the host can change it. */
    public final KeyStore keyMemory;
    /** What is unusual about the host. */
    public final HostSettings settings;
    /** Guests by handle, from 1; the first is that of handle 1. */
    public final List<LegacyGuest> guests;
    /** ASIDs from 1; the first is ASID 1. */
    public final List<AsidRow> asids;
    /** Core complexes. */
    public final List<CoreComplex> ccxs;
    /** The pages in which the driver gives commands. */
    public final StagingPages staging;
    /** Pages of memory, and the reverse map table. */
    public final Pages pages;
    /** SNP guests' contexts, by the page in which they are. */
    public final List<SnpGuest> contexts;
    /** History: the firmware wrote into a page that was neither its own nor DEFAULT. */
    public final FlagCell strayWrite;
    /** History: RMPUPDATE has changed an immutable page. */
    public final FlagCell immutableChanged;
    /** History: a plain store has changed the reverse map table while SNP was on. */
    public final FlagCell rmpStored;
    /** The firmware's own copy of a guest's message, while it is handled. */
    public final GuestMessage message;
    /** The firmware's own copy of the command's arguments. */
    public final CommandCells command;
    /** The command that it works on, as the command register told it. */
    public final EnumCell<CommandId> commandId;
    /** The page of the command buffer, as the address registers told it. */
    public final EnumCell<StagingPages.Which> commandPage;
    /** What the command gives so far. */
    public final EnumCell<Status> status;
    /** The handle that the command gives; 0 for none. */
    public final CountCell handle;
    /** What the command gives beside: a digest, a measurement, a guest's status; 0 for nothing. */
    public final WordCell answer;
    /** Where a walk over the cores stands. */
    public final CoreScan scan;
    /** What it has read of memory. */
    public final Transfer transfer;
    /** Where fresh keys and nonces come from. */
    public final Entropy entropy;

    /** Declares all regions in {@code model}. */
    public Firmware(ModelBuilder model, FirmwareBounds bounds) {
        this.bounds = bounds;
        platform = new Platform(model.region("platform"), bounds);
        flash = new KeyStore(model.region("flash"));
        keyMemory = new KeyStore(model.region("key_memory"));
        settings = new HostSettings(model.region("host"));
        List<LegacyGuest> byHandle = new ArrayList<>();
        for (int handle = 1; handle <= bounds.handles(); handle++) {
            byHandle.add(new LegacyGuest(
                    model.region("guest[" + handle + "]"), handle, bounds));
        }
        guests = List.copyOf(byHandle);
        List<AsidRow> rows = new ArrayList<>();
        for (int asid = 1; asid <= bounds.asids(); asid++) {
            rows.add(new AsidRow(model.region("asid[" + asid + "]"), bounds));
        }
        asids = List.copyOf(rows);
        ccxs = complexes(model, bounds);
        staging = new StagingPages(model, bounds);
        pages = new Pages(model, staging, bounds);
        contexts = contexts(model, bounds);
        command = new CommandCells(model.region("psp.command"), bounds);
        message = new GuestMessage(model.region("psp.message"), bounds);
        CellScope own = model.region("psp");
        commandId = own.choice("command id", CommandId.class);
        commandPage = own.choice("command page", StagingPages.Which.class);
        status = own.choice("status", Status.class);
        handle = own.count("handle", bounds.handles());
        answer = own.word("answer");
        CellScope history = own.ghost();
        strayWrite = history.flag("stray write");
        immutableChanged = history.flag("immutable changed");
        rmpStored = history.flag("rmp stored");
        scan = new CoreScan(own.in("scan"), bounds);
        transfer = new Transfer(own.in("transfer"), bounds);
        entropy = new Entropy(own.in("entropy"));
    }

    private static List<CoreComplex> complexes(ModelBuilder model, FirmwareBounds bounds) {
        List<CoreComplex> complexes = new ArrayList<>();
        for (int ccx = 0; ccx < bounds.ccxs(); ccx++) {
            complexes.add(new CoreComplex(model.region("ccx[" + ccx + "]"), bounds));
        }
        return List.copyOf(complexes);
    }

    private static List<SnpGuest> contexts(ModelBuilder model, FirmwareBounds bounds) {
        List<SnpGuest> inPages = new ArrayList<>();
        for (int page = 0; page < bounds.pages(); page++) {
            inPages.add(new SnpGuest(model.region("context[" + page + "]"), page, bounds));
        }
        return List.copyOf(inPages);
    }

    /** Whether {@code area} of a command is a page that the model knows. */
    public static boolean isPage(CountCell area) {
        return area.get() >= CommandCells.FIRST_PAGE;
    }

    /** Whether {@code area} is a page that must not be written by the firmware while SNP is on. */
    public boolean mayNotWrite(CountCell area) {
        return platform.snp.is(SnpState.INIT) && isPage(area)
                && !pages.isFirmwareWritable(area.get() - CommandCells.FIRST_PAGE);
    }

    /** The firmware copies the command's arguments, once. */
    public void takeCommand() {
        command.take(staging.command);
    }

    /** The firmware has answered, and forgets what it worked on. */
    public void forgetCommand() {
        commandId.clear();
        commandPage.clear();
        status.clear();
        handle.clear();
        answer.clear();
        command.clear();
    }

    /** Whether the command was refused already. */
    public boolean isRefused() {
        return !status.is(Status.SUCCESS);
    }

    /** Whether the command's handle is that of a guest. */
    public boolean hasGuest() {
        int handle = command.handle.get();
        return handle >= 1 && handle <= guests.size() && !guests.get(handle - 1).isFree();
    }

    /** The guest that the command is about; only where {@link #hasGuest}. */
    public LegacyGuest guest() {
        return guests.get(command.handle.get() - 1);
    }

    /** The row of {@code asid}, from 1. */
    public AsidRow asid(int asid) {
        return asids.get(asid - 1);
    }

    /** Whether {@code guest} holds an ASID that is allocated or in use. */
    public boolean isActivated(LegacyGuest guest) {
        return guest.asid.get() != 0 && asid(guest.asid.get()).isTaken();
    }

    /** Whether {@code guest} has an ASID, and may run with it. */
    public ActivationState activation(LegacyGuest guest) {
        if (!isActivated(guest)) {
            return ActivationState.INACTIVE;
        }
        return asid(guest.asid.get()).isAnywhere(AsidUse.IN_USE)
                ? ActivationState.ACTIVE : ActivationState.PENDING;
    }

    /** The SNP guest that the command is about, whether or not there is one in that page. */
    public SnpGuest snpGuest() {
        return contexts.get(command.snp.gctx.get());
    }

    /** Whether {@code guest} holds an ASID that is allocated or in use. */
    public boolean isActivated(SnpGuest guest) {
        return guest.asid.get() != 0 && asid(guest.asid.get()).isTaken();
    }

    /**
     * The firmware writes over page {@code page}. While SNP is initialised it should do so only to
     * pages that the host cannot take away from it: {@link #strayWrite} keeps what it did.
     */
    public void write(int page, int content) {
        reach(page);
        pages.get(page).write(content);
    }

    /** The firmware writes the command buffer. */
    public void reachStaging() {
        reach(pages.number(commandPage.get()));
    }

    /** The firmware changes what lies in page {@code page}. */
    public void reach(int page) {
        RmpEntry entry = pages.entry(page);
        boolean own = entry.assigned.isSet() && entry.immutable.isSet();
        if (platform.snp.is(SnpState.INIT) && !own && !pages.is(page, PageState.DEFAULT)) {
            strayWrite.raise();
        }
    }
}
