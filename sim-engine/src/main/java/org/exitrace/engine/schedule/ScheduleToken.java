package org.exitrace.engine.schedule;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.Fingerprint;

/**
 * A schedule as one line without blanks, to be pasted into a mail:
 * {@code xt1.<scenario>[@switch=value,...][+parameter=value,...].<payload>}.
 *
 * <p>The payload, in the URL-safe form of base 64, is a checksum of 16 bits over the rest of the
 * line, 32 bits of the last state's fingerprint, the number of steps, and then only what was a
 * choice: how long an actor goes on, and bits of the hash of a step's name. So the model is needed
 * to read it, and a model in which other steps can be taken is noticed.
 */
public final class ScheduleToken {

    private static final String VERSION = "xt1";
    private static final int CHECKSUM_BYTES = 2;
    private static final int MOST_STEPS = 1_000_000;

    private final TokenHead head;
    private final byte[] choices;

    private ScheduleToken(TokenHead head, byte[] choices) {
        this.head = head;
        this.choices = choices;
    }

    /**
     * The line of {@code schedule}.
     *
     * @param model a model of the schedule's scenario, machine and design; runs it once
     * @param machine the parameters of the machine that the reader cannot know from the scenario
     */
    public static String encode(Schedule schedule, Model model, Map<String, String> machine) {
        return encode(schedule, model, model.design().differences(), machine);
    }

    /**
     * The line of {@code schedule} for readers who know more of the design than what is usual.
     *
     * @param model a model of the schedule's scenario, machine and design; runs it once
     * @param design labels of the switches that the reader cannot know from the scenario
     * @param machine the parameters of the machine that the reader cannot know from the scenario
     */
    public static String encode(Schedule schedule, Model model, Map<String, String> design,
            Map<String, String> machine) {
        schedule.requireFits(model);
        TokenEncoder encoder = new TokenEncoder(schedule.steps());
        new Run(model, encoder).withoutProperties().atMost(schedule.steps().size()).go();
        BitWriter bits = new BitWriter();
        bits.write(model.fingerprint(), Integer.SIZE);
        bits.writeGamma(schedule.steps().size() + 1L);
        encoder.write(bits);
        String head = new TokenHead(
                schedule.setting().scenario(), design, machine).text();
        byte[] body = bits.toBytes();
        byte[] payload = new byte[CHECKSUM_BYTES + body.length];
        int checksum = checksum(head, body);
        payload[0] = (byte) (checksum >>> Byte.SIZE);
        payload[1] = (byte) checksum;
        System.arraycopy(body, 0, payload, CHECKSUM_BYTES, body.length);
        return VERSION + "." + head + "." + encoded(payload);
    }

    /** Whether {@code text} looks like a token rather than like a file or a scenario. */
    public static boolean isToken(String text) {
        return text.strip().matches("xt\\d+\\..*");
    }

    /** Reads all of a token that can be read without its model. */
    public static ScheduleToken parse(String text) {
        String line = text.strip();
        if (!line.startsWith(VERSION + ".")) {
            throw new ScheduleException(isToken(line)
                    ? "the token is of another version than " + VERSION + "; record it again"
                    : "a token begins with " + VERSION + ". and this does not;"
                    + " copy the whole line");
        }
        int dot = line.lastIndexOf('.');
        if (dot < VERSION.length() + 1 || line.chars().anyMatch(Character::isWhitespace)) {
            throw damaged();
        }
        String head = line.substring(VERSION.length() + 1, dot);
        byte[] payload = decoded(line.substring(dot + 1));
        byte[] body = Arrays.copyOfRange(payload, CHECKSUM_BYTES, payload.length);
        int checksum = (payload[0] & 0xFF) << Byte.SIZE | payload[1] & 0xFF;
        if (checksum != checksum(head, body)) {
            throw damaged();
        }
        return new ScheduleToken(TokenHead.parse(head), body);
    }

    /** Name of the scenario that it belongs to. */
    public String scenario() {
        return head.scenario();
    }

    /** Labels of the switches that the token names; the others are as its maker agreed. */
    public Map<String, String> design() {
        return head.design();
    }

    /** Parameters of the machine that are not the scenario's own. */
    public Map<String, String> machine() {
        return head.machine();
    }

    /**
     * The whole schedule.
     *
     * @param model a model of the token's scenario, machine and design; runs it once
     * @param machine all parameters of that machine, for the schedule's setting
     */
    public Schedule decode(Model model, Map<String, String> machine) {
        BitReader bits = new BitReader(choices);
        int check = (int) bits.read(Integer.SIZE);
        long length = bits.readGamma() - 1;
        if (length > MOST_STEPS) {
            throw damaged();
        }
        Trace trace = new Trace();
        new Run(model, new TokenDecoder(bits))
                .tell(trace).goOnWhenBroken().atMost(length).go();
        if (trace.length() != length || (int) model.fingerprint() != check) {
            throw new ScheduleException("the token leads to another state than the one that it was"
                    + " made from: it belongs to another version of '" + scenario() + "', or to"
                    + " another design or machine");
        }
        return ScheduleRecorder.record(
                trace, new Setting(scenario(), machine, model.design().labels(), "", 0));
    }

    private static int checksum(String head, byte[] body) {
        return (int) Fingerprint.ofText(head + "." + HexFormat.of().formatHex(body)) & 0xFFFF;
    }

    private static String encoded(byte[] payload) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    }

    private static byte[] decoded(String payload) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(payload);
            // The last character may have bits to spare, which must be as they were written.
            if (bytes.length > CHECKSUM_BYTES && encoded(bytes).equals(payload)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
        throw damaged();
    }

    private static ScheduleException damaged() {
        return new ScheduleException("the token is damaged: its checksum does not match;"
                + " copy the whole line again, without blanks or line ends in it");
    }
}
