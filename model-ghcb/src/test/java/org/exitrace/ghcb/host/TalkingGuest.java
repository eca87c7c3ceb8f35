package org.exitrace.ghcb.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.script.ScriptLines;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.cpu.StartedAgain;
import org.exitrace.ghcb.design.AnswerWait;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.MemoryDesign;
import org.exitrace.ghcb.design.MessageCheck;
import org.exitrace.ghcb.design.MessageError;
import org.exitrace.ghcb.design.SecondStart;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeRooms;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.jumptable.JumpTables;
import org.exitrace.ghcb.jumptable.TableSource;
import org.exitrace.ghcb.message.Messages;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.programs.GuestPrograms;
import org.exitrace.ghcb.vc.GuestVc;
import org.exitrace.ghcb.vc.InjectedVc;
import org.exitrace.ghcb.vc.Nmis;
import org.exitrace.ghcb.vc.VcDesign;
import org.exitrace.ghcb.vc.VcPromises;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.vmsa.ApsBegin;
import org.exitrace.ghcb.vmsa.VcpuVmsa;
import org.exitrace.ghcb.vmsa.VmsaCare;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.ghcb.vmsa.Vmsas;

/**
 * Virtual CPUs with all that their operations need, under a host that obliges, and then does
 * whatever else a test says at each VMGEXIT.
 */
public final class TalkingGuest {

    private static final int VMSA_PAGES = 3;
    private static final int BUFFER_WORDS = 2;
    private static final String DELIVERY = ": NMI is delivered";
    private static final int MOST_STEPS = 1_000;

    /** The virtual CPUs. */
    public final List<GhcbGuest> guests = new ArrayList<>();

    /** Their #VC handlers. */
    public final List<GuestVc> handlers = new ArrayList<>();

    /** The VMSA pages, and who runs from which. */
    public final Vmsas vmsas;

    /** The guest's memory. */
    public final PlainMemory memory;

    /** The pages for the jump table. */
    public final JumpTables tables;

    /** What is known of second starts. */
    public final StartedAgain startedAgain;

    /** Messages to the firmware. */
    public final Messages messages;

    /** The words by which the virtual CPUs wait for each other. */
    public final SharedWords words;

    private final ModelBuilder model;
    private final List<Actor> actors = new ArrayList<>();
    private final ExchangeBounds bounds;
    private final ObligingAnswers answers = new ObligingAnswers();
    private Consumer<GhcbGuest> habit = guest -> { };
    private String hurried = "";
    private String before = "";
    private RunResult end;

    /**
     * A machine of {@code vcpus} virtual CPUs, with operations on VMSAs if there are several, whose
     * design is the usual but for those switches.
     */
    public TalkingGuest(int vcpus, String... switches) {
        model = new ModelBuilder("talking", GuestSetUp.design(switches(), switches));
        bounds = new ExchangeBounds(
                vcpus, BUFFER_WORDS, 0, vcpus == 1 ? 0 : VMSA_PAGES, 0, ApsBegin.RUNNING);
        words = new SharedWords(model.region("words"));
        tables = new JumpTables(model.region("tables"));
        startedAgain = new StartedAgain(model.region("second_start"));
        messages = new Messages(model.region("messages"));
        memory = new PlainMemory(model.region("memory"), VMSA_PAGES);
        List<GhcbPage> pages = new ArrayList<>();
        List<VmsaPage> vmsaPages = new ArrayList<>();
        List<VcpuVmsa> running = new ArrayList<>();
        for (int i = 0; i < vcpus; i++) {
            pages.add(GuestSetUp.page(model, i, BUFFER_WORDS));
            running.add(new VcpuVmsa(model.region("runs[" + i + "]"), VMSA_PAGES));
        }
        for (int page = 0; page < VMSA_PAGES; page++) {
            vmsaPages.add(new VmsaPage(
                    model.region("vmsa[" + page + "]"), memory, page, vcpus));
        }
        GuestSetUp setUp = new GuestSetUp(model, pages, guests, words);
        for (int i = 0; i < vcpus; i++) {
            add(i, setUp);
        }
        vmsas = new Vmsas(vmsaPages, running, guests.stream().map(one -> one.cpu).toList());
        guests.forEach(guest -> guest.creates(vmsas));
        VcPromises.declare(model, handlers);
    }

    private void add(int number, GuestSetUp setUp) {
        Actor actor = model.actor("vcpu" + number);
        actors.add(actor);
        GhcbGuest guest = setUp.add(number, Optional.empty(), this::handle);
        guest.looksFor(tables);
        guest.startsAgain(startedAgain);
        guest.sends(messages);
        GuestVc vc = new GuestVc(model.region("vc[" + number + "]"), guest, model.design(),
                List.of("apic-id", "find-c-bit", "user-mmio", "read-memory"));
        handlers.add(vc);
        Nmis.declare(model, actor, vc);
        InjectedVc.declare(model, actor, vc);
    }

    private void handle(GhcbGuest guest) {
        boolean last = GuestSetUp.asksToBeEnded(guest);
        answers.answer(guest);
        if (!last) {
            guest.cpu.enter();
        }
        habit.accept(guest);
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(MemoryDesign.SWITCHES);
        all.addAll(VcDesign.SWITCHES);
        all.addAll(VmsaCare.SWITCHES);
        all.addAll(List.of(GuestCode.SWITCH, HoldCheck.SWITCH, TableSource.SWITCH,
                AnswerWait.SWITCH, SecondStart.SWITCH, MessageCheck.SWITCH, MessageError.SWITCH));
        return all;
    }

    /** The host does this too, once it has answered. */
    public TalkingGuest withHost(Consumer<GhcbGuest> more) {
        habit = more;
        return this;
    }

    /** An NMI comes to the first virtual CPU, once, as soon as {@code moment} is there. */
    public TalkingGuest nmiWhen(Predicate<GhcbGuest> moment) {
        FlagCell sent = model.region("sender").flag("sent");
        model.on(model.actor("sender"), guest()).step("sends an NMI")
                .when(guest -> sent.isClear() && moment.test(guest))
                .then(guest -> {
                    sent.raise();
                    guest.receiveNmi();
                });
        return this;
    }

    /** Once the host has answered request {@code number}, counted from 1, it does this too. */
    public TalkingGuest withHostAt(int number, Consumer<GhcbGuest> more) {
        return withHost(guest -> {
            if (answers.requests().size() == number) {
                more.accept(guest);
            }
        });
    }

    /** The script of a virtual CPU. */
    public TalkingGuest told(int vcpu, String... lines) {
        ExchangeRooms rooms = new ExchangeRooms(
                guest -> handlers.get(guest.cpu.number()), VmsaCare.of(model.design()));
        ScriptLines.script(GuestPrograms.all(bounds, rooms, model.design()), lines)
                .runBy(model, actors.get(vcpu), guests.get(vcpu)).program().onlyWhile(guest ->
                        guest.executes() && handlers.get(guest.cpu.number()).runs());
        return this;
    }

    /** Runs all scripts to rest, whatever promise breaks. */
    public TalkingGuest goes() {
        Model built = model.build();
        answers.requests().clear();
        end = new Run(built, this::next).goOnWhenBroken().atMost(MOST_STEPS).go();
        return this;
    }

    /** NMIs first, then what hurries, then what was declared first. */
    private Step next(Enabled enabled) {
        for (int i = 0; i < enabled.size(); i++) {
            if (enabled.get(i).fullName().endsWith(DELIVERY)) {
                return enabled.get(i);
            }
        }
        Step first = enabled.find(hurried);
        return first != null && enabled.find(before) != null ? first : enabled.get(0);
    }

    /** Where both can be taken, step {@code first} comes before step {@code second}. */
    public TalkingGuest hurrying(String first, String second) {
        hurried = first;
        before = second;
        return this;
    }

    /** Lets the first virtual CPU run those lines to rest. */
    public TalkingGuest runs(String... lines) {
        return told(0, lines).goes();
    }

    /** The ids of the promises that broke. */
    public List<String> broken() {
        return end.broken().keySet().stream().map(Property::id).toList();
    }

    /** What the host was asked. */
    public List<String> requests() {
        return answers.requests();
    }

    /** The first virtual CPU. */
    public GhcbGuest guest() {
        return guests.get(0);
    }

    /** Its #VC handler. */
    public GuestVc vc() {
        return handlers.get(0);
    }

    /** What its last operation gave. */
    public String result() {
        return guest().result.get();
    }

    /** What history tells of its handler, and whether it has halted. */
    public List<String> marks() {
        GuestVc vc = vc();
        return Stream.of(vc.halted, vc.injected, vc.leftValid, vc.tookInvalid, vc.tookException,
                        vc.exitedUnasked, vc.imageLost, vc.tooDeep, vc.tookResponse, vc.wrongMsr,
                        vc.ranOn, vc.wrongVersion, vc.vcWithoutStack, vc.userReachedHost,
                        vc.encryptedMmio, vc.prefillLost, vc.nmiInEntry)
                .filter(FlagCell::isSet)
                .map(flag -> flag.name().substring(flag.name().lastIndexOf('.') + 1)).toList();
    }
}
