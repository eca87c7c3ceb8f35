package org.exitrace.kvm.migration.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.kvm.migration.guest.Announcements;
import org.exitrace.kvm.migration.guest.Conversions;
import org.exitrace.kvm.migration.guest.GuestPages;
import org.exitrace.kvm.migration.guest.KernelLife;
import org.exitrace.kvm.migration.guest.Variable;
import org.exitrace.kvm.migration.kernel.MapGpaRange.Flaw;
import org.exitrace.kvm.migration.kernel.MigrationMsr;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.HypercallError;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.MsrAnswer;
import org.exitrace.kvm.migration.world.Vcpu;

/** All that a vCPU of the guest can be told to do. */
public final class GuestOperations {

    private static final String DOC = "docs/live-migration.md";

    private final Announcements announcements;
    private final Conversions conversions;
    private final KernelLife life;
    private final GuestPages pages;

    private GuestOperations(Design design, GuestKind kind, GuestPages pages) {
        this.pages = pages;
        announcements = new Announcements(design, new MigrationMsr(design, kind));
        conversions = new Conversions(design, announcements);
        life = new KernelLife(design, announcements, conversions, pages);
    }

    /** The operations of a guest of that kind, with those pages, in that design. */
    public static List<Operation<Vcpu>> all(Design design, GuestKind kind, GuestPages pages) {
        GuestOperations guest = new GuestOperations(design, kind, pages);
        List<Operation<Vcpu>> all = new ArrayList<>();
        if (kind.isSev()) {
            all.addAll(guest.conversions());
        }
        all.addAll(guest.accesses());
        all.addAll(guest.life());
        all.addAll(guest.messages());
        all.addAll(WordOperations.of("script", "guest.instruction",
                vcpu -> vcpu.words, vcpu -> vcpu.result));
        return List.copyOf(all);
    }

    private List<Operation<Vcpu>> conversions() {
        return List.of(
                named("convert", "gives the page another type, and new contents")
                        .takes(page(), type())
                        .does(given -> conversions.convert(given.number("page"), type(given))),
                named("convert-and-back",
                        "announces another type, writes nothing, and takes it back")
                        .takes(page(), type())
                        .does(given -> conversions.awayAndBack(
                                given.number("page"), type(given))));
    }

    private List<Operation<Vcpu>> accesses() {
        return List.of(
                named("store", "gives the page new contents").takes(page())
                        .does(given -> conversions.write(given.number("page"))),
                named("load", "reads the page").takes(page())
                        .gives(Vcpu.WRITTEN, Vcpu.OLD, Vcpu.NOISE)
                        .does(given -> conversions.read(given.number("page"))),
                named("work", "so many times takes a page of its choice, and writes or converts it")
                        .takes(Parameter.number("times", 1, 3, "how often").usually(1))
                        .does(given -> conversions.work(given.number("times"), pages.all())),
                named("port-io", "has an exit that fills the union of struct kvm_run")
                        .does(Routine.named("guest", "KVM API, struct kvm_run", code -> code
                                .await("KVM_EXIT_IO", Vcpu::runs,
                                        vcpu -> vcpu.ret.become(HypercallError.LEFT_OVER))
                                .costs("vmm.exit-to-user"))));
    }

    private List<Operation<Vcpu>> life() {
        List<String> variables =
                Arrays.stream(Variable.values()).map(Variable::label).toList();
        return List.of(
                named("boot", "runs the firmware and the first kernel until it can be migrated")
                        .gives(Vcpu.READY, Vcpu.DISABLED).does(life.boot()),
                named("kexec", "ends the kernel and starts another one in its place")
                        .gives(Vcpu.READY, Vcpu.DISABLED).does(life.kexec()),
                named("kexec-shutdown", "does what a kernel does that ends, other vCPUs still run")
                        .does(life.shutDown()),
                named("kexec-jump", "starts another kernel, while the other vCPUs stand")
                        .gives(Vcpu.READY, Vcpu.DISABLED).does(life.jump()),
                named("late-initcall", "asks EFI whether the firmware has announced its pages")
                        .takes(Parameter.word("variable", variables,
                                "what SevLiveMigrationEnabled is").usually("as-firmware"))
                        .gives(Vcpu.READY, Vcpu.DISABLED)
                        .does(given -> life.lateInitcall(variable(given.word("variable")))),
                named("cpu-offline", "takes the vCPU offline, while the kernel lives on")
                        .gives(Vcpu.OK).does(life.cpuOffline()));
    }

    private List<Operation<Vcpu>> messages() {
        List<String> errors = Arrays.stream(HypercallError.values())
                .map(HypercallError::asResult).toList();
        List<String> flaws = Arrays.stream(Flaw.values()).map(Flaw::label).toList();
        return List.of(
                named("hypercall", "tells the type of a page, whatever the page table says")
                        .takes(page(), type(),
                                Parameter.number("cpl", 0, 3, "who calls").usually(0),
                                Parameter.word("flaw", flaws, "what is wrong").usually("none"))
                        .gives(errors.toArray(String[]::new))
                        .does(given -> hypercall(given.number("page"), type(given),
                                given.number("cpl"), flaw(given.word("flaw")))),
                named("WRMSR", "writes the migration MSR")
                        .takes(Parameter.number("value", 0, 3, "what is written"))
                        .gives(Vcpu.OK, Vcpu.GP)
                        .does(given -> wrmsr(given.number("value"))),
                named("RDMSR", "reads the migration MSR").gives("0", "1", Vcpu.GP)
                        .does(announcements.read()));
    }

    private Routine<Vcpu> hypercall(int page, PageType type, int cpl, Flaw flaw) {
        return Routine.named("guest", DOC, code -> code
                .call(announcements.call(page, type, cpl, flaw, false))
                .local(vcpu -> vcpu.result.become(vcpu.rax.get().asResult())));
    }

    private Routine<Vcpu> wrmsr(int value) {
        return Routine.named("guest", DOC, code -> code.call(announcements.write(value, false))
                .local(vcpu -> vcpu.result.become(
                        vcpu.answer.is(MsrAnswer.GP) ? Vcpu.GP : Vcpu.OK)));
    }

    private Parameter page() {
        return Parameter.number("page", 0, pages.all() - 1L, "the page's number").usually(0)
                .boundedBy("pages: " + pages.all());
    }

    private static Parameter type() {
        return Parameter.word("to", List.of("private", "shared"), "the new type");
    }

    private static PageType type(Arguments given) {
        return given.word("to").equals("shared") ? PageType.SHARED : PageType.PRIVATE;
    }

    private static Variable variable(String label) {
        return Arrays.stream(Variable.values()).filter(value -> value.label().equals(label))
                .findFirst().orElseThrow();
    }

    private static Flaw flaw(String label) {
        return Arrays.stream(Flaw.values()).filter(value -> value.label().equals(label))
                .findFirst().orElseThrow();
    }

    private static Operation.Text<Vcpu> named(String name, String meaning) {
        return Operation.<Vcpu>named(name, meaning, vcpu -> vcpu.result).from(DOC);
    }
}
