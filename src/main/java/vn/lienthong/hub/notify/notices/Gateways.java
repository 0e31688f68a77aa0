package vn.lienthong.hub.notify.notices;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;

/** The gateways of the configuration in force; passwords from {@code LIENTHONG_SMS_SECRET} and {@code LIENTHONG_MAIL_PASSWORD}. */
@Component
class Gateways {

    private static final String STAND_IN_PATH = "/sms/send";

    private record Open(NoticeRules rules, Gateway sms, Gateway mail) {}

    private final NoticeConfig config;
    private final Environment environment;
    private final HubHome home;
    private final PartAddresses addresses;
    private final AtomicReference<@Nullable Open> open = new AtomicReference<>();

    Gateways(NoticeConfig config, Environment environment, HubHome home, PartAddresses addresses) {
        this.config = config;
        this.environment = environment;
        this.home = home;
        this.addresses = addresses;
    }

    Gateway of(Channel channel) {
        NoticeRules rules = config.now().rules();
        Open now = open.updateAndGet(before -> before != null && before.rules() == rules ? before : open(rules));
        return channel == Channel.SMS
                ? Objects.requireNonNull(now).sms()
                : Objects.requireNonNull(now).mail();
    }

    private Open open(NoticeRules rules) {
        return new Open(rules, sms(rules.sms()), mail(rules.mail()));
    }

    private Gateway sms(SmsRules rules) {
        String secret = environment.getProperty("LIENTHONG_SMS_SECRET", "");
        SmsRules.Smpp smpp = rules.smpp();
        return switch (rules.kind()) {
            case "http" -> new HttpSms(rules, URI.create(rules.url()), secret);
            case "stand-in" ->
                home.mode() == Mode.STANDALONE
                        ? new HttpSms(rules, addresses.nationalPortal().resolve(STAND_IN_PATH), secret)
                        : new NoGateway("sms");
            case "smpp" ->
                smpp == null
                        ? new NoGateway("sms")
                        : new SmppSms(smpp, secret, Duration.ofSeconds(rules.timeoutSeconds()));
            default -> new NoGateway("sms");
        };
    }

    private Gateway mail(MailRules rules) {
        return rules.configured()
                ? new SmtpMail(rules, environment.getProperty("LIENTHONG_MAIL_PASSWORD", ""))
                : new NoGateway("mail");
    }

    /** Without a gateway nothing is owed by the channel. */
    boolean serves(Channel channel) {
        return !(of(channel) instanceof NoGateway);
    }
}
