package vn.lienthong.identity.upstream;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.subject.AccountKind;
import vn.lienthong.identity.subject.NationalAccount;
import vn.lienthong.trust.Checked;
import vn.lienthong.trust.PersonalId;
import vn.lienthong.trust.TaxCode;

/** Turns what a provider says, in its words, into a national account in ours. Every claim may be missing or empty. */
@Component
class ClaimReader {

    static final String UNKNOWN_KIND = "unknown_account_kind";
    private static final int LONGEST = 200;

    private final Clock clock;

    ClaimReader(Clock clock) {
        this.clock = clock;
    }

    NationalAccount read(Upstream upstream, OidcUser said) {
        var words = new Words(upstream, said.getClaims());
        List<String> doubts = new ArrayList<>();
        AccountKind kind = kind(upstream, words);
        String personal = checked(words.find("personalId"), PersonalId::check, doubts);
        String old = checked(words.find("oldId"), PersonalId::check, doubts);
        if (old != null && !PersonalId.isOld(old) && personal == null) {
            personal = old;
        }
        if (personal != null && PersonalId.isOld(personal)) {
            old = personal;
            personal = null;
        }
        old = old != null && PersonalId.isOld(old) ? old : null;
        String tax = kind == AccountKind.PERSON
                ? null
                : checked(words.find("taxCode", "businessCode"), TaxCode::check, doubts);
        Integer ial = words.number("ial");
        return new NationalAccount(
                words.provider(),
                upstream.issuer(),
                said.getName(),
                words.find("techId"),
                kind,
                personal,
                old,
                tax,
                level(upstream, words, ial),
                ial,
                upstream.locked().contains(String.valueOf(words.find("state"))),
                profile(words, kind, personal, old, tax),
                doubts);
    }

    private static AccountKind kind(Upstream upstream, Words words) {
        String word = words.find("kind");
        AccountKind kind = word == null ? AccountKind.PERSON : upstream.kinds().get(word);
        if (kind == null) {
            throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN_KIND));
        }
        return kind;
    }

    /** What it states itself, else what its identity assurance stands for, else what the configuration assumes. */
    private static @Nullable String level(Upstream upstream, Words words, @Nullable Integer ial) {
        String stated = words.find("level");
        if (stated != null) {
            return stated;
        }
        return ial == null ? upstream.level() : upstream.ialLevels().getOrDefault(ial.toString(), upstream.level());
    }

    private @Nullable String checked(
            @Nullable String text, BiFunction<String, LocalDate, Checked> check, List<String> doubts) {
        if (text == null) {
            return null;
        }
        return switch (check.apply(text, LocalDate.now(clock))) {
            case Checked.Passed passed -> passed.value();
            case Checked.Failed failed -> {
                doubts.add(failed.rule());
                yield null;
            }
        };
    }

    private static Map<String, Object> profile(
            Words words, AccountKind kind, @Nullable String personal, @Nullable String old, @Nullable String tax) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("account_type", kind.name().toLowerCase(java.util.Locale.ROOT));
        put(profile, "name", words.find("name"));
        put(profile, "birthdate", words.date("birthdate"));
        put(profile, "gender", words.find("gender"));
        put(profile, "personal_id", personal);
        put(profile, "old_personal_id", old);
        put(profile, "email", words.find("email"));
        put(profile, "phone_number", words.find("phone", "otherPhone"));
        put(profile, "address", words.find("address", "residence"));
        put(profile, "tax_code", tax);
        put(profile, "organisation_name", kind == AccountKind.PERSON ? null : words.find("organisationName"));
        put(profile, "representative", kind == AccountKind.PERSON ? null : words.find("representative", "name"));
        return profile;
    }

    private static void put(Map<String, Object> profile, String claim, @Nullable String value) {
        if (value != null) {
            profile.put(claim, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        }
    }
}
