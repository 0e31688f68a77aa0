package vn.lienthong.hub.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Party;

/** What a citizen knows about the own dossier: the last four digits of the person's id, tax code or phone. */
final class CitizenSecret {

    static final int DIGITS = 4;

    private CitizenSecret() {}

    /** Compares with everything the dossier has, in the same time whether it fits or not. */
    static boolean fits(@Nullable DossierFacts facts, String told) {
        boolean fits = false;
        for (String number : facts == null ? List.<String>of() : numbers(facts)) {
            fits |= MessageDigest.isEqual(bytes(ending(number)), bytes(told));
        }
        return fits && told.length() == DIGITS;
    }

    private static List<String> numbers(DossierFacts facts) {
        return Stream.of(facts.applicant(), facts.owner())
                .filter(Objects::nonNull)
                .flatMap(CitizenSecret::numbers)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<@Nullable String> numbers(Party party) {
        return Stream.of(party.personalId(), party.oldId(), party.taxCode(), party.phone());
    }

    private static String ending(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - DIGITS));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
