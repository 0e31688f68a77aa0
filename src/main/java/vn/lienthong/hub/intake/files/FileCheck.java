package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/** Judges files by the rules of one sender; what a file is comes from its bytes, never from what is said of it. */
public final class FileCheck {

    private final FileRules rules;
    private final VirusScan scan;
    private final TypeChecks checks;

    public FileCheck(FileRules rules, VirusScan scan) {
        this.rules = rules;
        this.scan = scan;
        this.checks = new TypeChecks(rules);
    }

    /** The sizes of judged files, in the order they were judged. */
    public static final class Together {

        private long bytes;
    }

    /**
     * The first thing wrong with a file; reading it fails only as its content fails.
     *
     * @param field where it stands in the record
     * @param together counts this file to those of the same record
     */
    public Optional<Reason> judge(Offered file, String field, Together together) throws IOException {
        return Optional.ofNullable(flaw(file, together)).map(flaw -> flaw.at(field));
    }

    private @Nullable Flaw flaw(Offered file, Together together) throws IOException {
        AgreedHash agreed = AgreedHash.of(file.hash());
        Look look = Look.at(file.content(), agreed, rules.largestFile().toBytes());
        if (look.size() == 0) {
            return Flaw.of(Flaw.EMPTY);
        }
        if (look.tooLarge()) {
            return Flaw.of(Flaw.TOO_LARGE, "max", rules.largestFile().toMegabytes() + " MB");
        }
        together.bytes += look.size();
        if (together.bytes > rules.largestRecord().toBytes()) {
            return Flaw.of(Flaw.TOGETHER_TOO_LARGE, "max", rules.largestRecord().toMegabytes() + " MB");
        }
        Flaw unlike = unlikeAgreed(file, agreed, look);
        if (unlike != null) {
            return unlike;
        }
        Flaw inside = rules.checkTypes() ? flawOfType(file, look) : null;
        return inside != null ? inside : found(file);
    }

    private @Nullable Flaw found(Offered file) throws IOException {
        return scan.finding(file.content())
                .map(finding -> Flaw.of(Flaw.INFECTED, "finding", finding))
                .orElse(null);
    }

    private static @Nullable Flaw unlikeAgreed(Offered file, AgreedHash agreed, Look look) {
        if (file.size() != null && file.size() != look.size()) {
            return new Flaw(
                    Flaw.OTHER_SIZE, Map.of("agreed", file.size().toString(), "came", Long.toString(look.size())));
        }
        return agreed.is(look.digest()) ? null : Flaw.of(Flaw.OTHER_HASH);
    }

    private @Nullable Flaw flawOfType(Offered file, Look look) throws IOException {
        if (rules.executable().endings().contains(file.ending())) {
            return Flaw.of(Flaw.EXECUTABLE, "type", file.ending());
        }
        TypeChecks.Found found = checks.look(file.content(), look);
        if (rules.executable().types().contains(found.type())) {
            return Flaw.of(Flaw.EXECUTABLE, "type", found.type());
        }
        if (found.flaw() != null) {
            return found.flaw();
        }
        if (!rules.takes(found.type())) {
            return new Flaw(Flaw.TYPE_NOT_TAKEN, Map.of("type", found.type(), "taken", rules.endings()));
        }
        return unlikeSaid(file, found.type());
    }

    private @Nullable Flaw unlikeSaid(Offered file, String type) {
        if (!rules.fits(file.ending(), type)) {
            return new Flaw(Flaw.UNLIKE_NAME, Map.of("type", type, "named", "." + file.ending()));
        }
        String said = file.saidType();
        return rules.takes(said) && !said.equals(type)
                ? new Flaw(Flaw.UNLIKE_NAME, Map.of("type", type, "named", said))
                : null;
    }
}
