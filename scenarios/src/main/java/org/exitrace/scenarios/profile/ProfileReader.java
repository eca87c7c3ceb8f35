package org.exitrace.scenarios.profile;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.DocumentReader;
import org.exitrace.scenarios.document.DocumentSchema;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.document.ResourceFolder;
import org.exitrace.scenarios.document.Syntax;
import org.exitrace.scenarios.document.UnusableInputException;

/** Reads timing profiles. */
public final class ProfileReader {

    /** Names of the profiles that come with the program. */
    public static final List<String> KNOWN =
            List.of("amd-snp-genoa", "intel-vmx", "live-migration",
                    "oracle-inputs", "sev-firmware");

    private static final Folder FOLDER = new ResourceFolder(ProfileReader.class, "profiles");

    private final Problems problems = new Problems();

    private ProfileReader() {
    }

    /**
     * The profile of that name.
     *
     * @throws UnusableInputException where none comes with the program
     */
    public static ProfileFile named(String name) {
        return read(FOLDER, known(name));
    }

    /** The document of the profile of that name, as {@link #document(Folder, String)} gives it. */
    public static Node.Mapping document(String name) {
        return document(FOLDER, known(name));
    }

    private static String known(String name) {
        if (!KNOWN.contains(name)) {
            throw new UnusableInputException("there is no timing profile '" + name
                    + "' (and no such file ending in .yaml); "
                    + DidYouMean.remedy(name, KNOWN));
        }
        return name + ".yaml";
    }

    /**
     * What the file {@code name} in {@code folder} says, word for word.
     *
     * @throws UnusableInputException with everything that is wrong with it
     */
    public static Node.Mapping document(Folder folder, String name) {
        read(folder, name);
        FileText text = FileText.read(folder, name, Limits.HANDWRITTEN.bytes());
        return Reading.mapping(DocumentReader.read(
                text, Syntax.YAML, Limits.HANDWRITTEN, new Problems()));
    }

    /**
     * The profile that the file {@code name} in {@code folder} holds.
     *
     * @throws UnusableInputException with everything that is wrong with it
     */
    public static ProfileFile read(Folder folder, String name) {
        FileText text = FileText.read(folder, name, Limits.HANDWRITTEN.bytes());
        ProfileReader reader = new ProfileReader();
        Node tree = DocumentReader.read(
                text, Syntax.YAML, Limits.HANDWRITTEN, reader.problems);
        reader.problems.addAll(DocumentSchema.beside(
                ProfileReader.class, "profile.schema.json").problems(tree));
        ProfileFile profile = reader.profile(Reading.mapping(tree));
        reader.problems.throwIfAny();
        return profile;
    }

    private ProfileFile profile(Node.Mapping file) {
        String name = Reading.text(file.get("profile"));
        TimingProfile times = TimingProfile.named(name);
        List<ProfileFile.Trust> costs = new ArrayList<>();
        Node.Mapping written = Reading.mapping(file.get("costs"));
        DurationReader durations = new DurationReader(
                Reading.number(file.get("clock-mhz"), 0), problems);
        for (String key : written.keys()) {
            if (key.isEmpty()) {
                problems.add(written.placeOf(key),
                        "the empty key is for steps that cost nothing; remove it");
            } else if (written.get(key) instanceof Node.Mapping cost) {
                DurationReader.Timed timed = durations.read(key, cost);
                ProfileFile.Trust trust = trust(key, cost, timed.form());
                costs.add(trust);
                times = times.with(key, timed.duration(), trust.source());
            }
        }
        return new ProfileFile(name, Reading.text(file.get("title")),
                Reading.text(file.get("platform")), costs, times, file.placeOf("costs"));
    }

    private ProfileFile.Trust trust(String key, Node.Mapping cost, String form) {
        boolean assumed = cost.get("assumed") != null;
        boolean measured = cost.get("source") != null;
        if (assumed == measured) {
            problems.add(cost.place(), "cost '" + key + "' needs either 'source' with"
                    + " 'confidence', or 'assumed' with the reason");
        } else if (measured == (cost.get("confidence") == null)) {
            problems.add(cost.place(), "cost '" + key + "': 'confidence' goes with 'source';"
                    + (measured ? " add high, medium or low" : " remove it"));
        }
        return new ProfileFile.Trust(key, form,
                assumed ? ProfileFile.Trust.ASSUMED : text(cost, "confidence"),
                assumed ? "assumed: " + text(cost, "assumed") : text(cost, "source"),
                text(cost, "conditions"), text(cost, "cpu"));
    }

    private static String text(Node.Mapping cost, String key) {
        return Reading.text(cost.get(key));
    }
}
