package vn.lienthong.hub.console.departments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * One system that may send here.
 *
 * @param reply when the door answers, as its file says it
 * @param perSecond submissions it may push; null when its file sets no limit
 * @param sandbox whether it is still only tried
 * @param provisional whether its file says that something in it is assumed
 * @param contact whom to ask there; null when its file names nobody
 * @param ways how it is reached besides a push over HTTP
 * @param files of the configuration that speak of it, the one with the last word first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        String id,
        String name,
        String agency,
        String format,
        Contract contract,
        String reply,
        long maxBodyBytes,
        SortedSet<String> contentTypes,
        @Nullable Integer perSecond,
        @Nullable Integer burst,
        boolean sandbox,
        boolean provisional,
        @Nullable Contact contact,
        List<String> ways,
        List<String> files) {

    private static final List<String> WAYS = List.of("collect", "soap", "envelope", "dispatch", "callBack");

    /** @param dial the phone without what people put between its digits */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String dial,
            @Nullable String email) {

        private static @Nullable Contact of(JsonNode said) {
            String phone = text(said.path("phone"));
            Contact contact = new Contact(
                    text(said.path("name")),
                    phone,
                    phone == null ? null : phone.replaceAll("[^+0-9]", ""),
                    text(said.path("email")));
            return contact.name() == null && phone == null && contact.email() == null ? null : contact;
        }

        private static @Nullable String text(JsonNode value) {
            return value.isString() && !value.asString().isBlank()
                    ? value.asString().strip()
                    : null;
        }
    }

    static Line of(Sender sender, List<String> files) {
        JsonNode settings = sender.settings();
        JsonNode rate = settings.path("rate");
        return new Line(
                sender.id(),
                sender.name(),
                sender.agencyCode(),
                sender.format(),
                sender.contract(),
                settings.path("reply").asString("receipt"),
                sender.maxBodyBytes(),
                new TreeSet<>(sender.contentTypes()),
                number(rate.path("perSecond")),
                number(rate.path("burst")),
                settings.path("sandbox").asBoolean(false),
                settings.path("provisional").asBoolean(false),
                Contact.of(settings.path("contact")),
                WAYS.stream().filter(settings::hasNonNull).toList(),
                files);
    }

    private static @Nullable Integer number(JsonNode value) {
        return value.isNumber() ? value.intValue() : null;
    }
}
