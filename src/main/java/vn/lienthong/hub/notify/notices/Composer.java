package vn.lienthong.hub.notify.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.access.PhoneNumber;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.notify.returns.LetterIds;
import vn.lienthong.hub.notify.slips.Links;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.trust.Checked;

/** Makes a message of a notice and the dossier as it stands, or says why there is nobody to send it to. */
@Component
class Composer {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}|\\+\\d{7,15}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    private final NoticeConfig config;
    private final Agencies agencies;
    private final Links links;
    private final LetterIds letters;
    private final Clock clock;

    Composer(NoticeConfig config, Agencies agencies, Links links, LetterIds letters, Clock clock) {
        this.config = config;
        this.agencies = agencies;
        this.links = links;
        this.letters = letters;
        this.clock = clock;
    }

    /** A message, or the cause why there is none. */
    record Composed(@Nullable Message message, String cause) {

        static Composed nobody(String cause) {
            return new Composed(null, cause);
        }
    }

    Composed of(Notice notice, @Nullable DossierView dossier) {
        DossierFacts facts = dossier == null ? null : dossier.facts();
        Party applicant = facts == null ? null : facts.applicant();
        String to = applicant == null ? null : address(notice.channel(), applicant);
        if (dossier == null || to == null) {
            return Composed.nobody(notice.channel() == Channel.SMS ? "no mobile number" : "no e-mail address");
        }
        Templates.Template words = config.now().templates().byEvent().get(notice.event());
        return words == null ? Composed.nobody("no words for " + notice.event()) : written(notice, dossier, to, words);
    }

    private Composed written(Notice notice, DossierView dossier, String to, Templates.Template words) {
        Map<String, String> values = values(dossier);
        Templates.Email email = words.email();
        boolean sms = notice.channel() == Channel.SMS;
        String text = sms ? words.sms() : email == null ? null : email.body();
        String subject = sms || email == null ? "" : Templates.filled(email.subject(), values);
        String filled = text == null ? null : Templates.filled(text, values);
        String id = sms ? "n" + notice.id() : letters.of(notice.id());
        return filled == null || subject == null
                ? Composed.nobody("a value of the template is not known")
                : new Composed(new Message(id, notice.channel(), to, subject, filled), "");
    }

    private Map<String, String> values(DossierView dossier) {
        Map<String, String> values = new HashMap<>();
        values.put("maHoSo", dossier.code());
        put(values, "ngayTiepNhan", moment(dossier.receivedAt()));
        put(values, "ngayHenTra", moment(dossier.dueAt()));
        put(values, "linkTraCuu", links.tracking(dossier.code()).orElse(null));
        put(
                values,
                "trangThai",
                dossier.status() == null ? null : dossier.status().vietnamese());
        String agency = dossier.agencyId();
        put(
                values,
                "tenCoQuan",
                agency == null
                        ? null
                        : agencies.find(agency, LocalDate.now(clock))
                                .map(a -> a.name())
                                .orElse(null));
        return values;
    }

    /** A landline receives no text messages. */
    private static @Nullable String address(Channel channel, Party applicant) {
        if (channel == Channel.EMAIL) {
            String email = applicant.email();
            return email != null && EMAIL.matcher(email.strip()).matches() ? email.strip() : null;
        }
        String phone = applicant.phone();
        return phone != null
                        && PhoneNumber.check(phone) instanceof Checked.Passed passed
                        && MOBILE.matcher(passed.value()).matches()
                ? passed.value()
                : null;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : at.atZone(VietnamTime.ZONE).format(MOMENT);
    }
}
