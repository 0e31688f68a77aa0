package vn.lienthong.hub.national.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the platform is spoken to, from {@code config/national.yaml}.
 *
 * @param address where it is; empty for the portal's own address
 * @param acks what a confirmation is answered with; not published but for success
 * @param every how often bank and register are compared
 * @param patience how long a payment may stay without a word before the platform is asked
 */
public record PaymentRules(
        String address,
        Paths paths,
        String version,
        String partner,
        String serviceSuffix,
        String agencyIp,
        Acks acks,
        Duration every,
        Duration patience) {

    /** Of an older file that does not speak of payments: nothing is genuine there, nothing is asked. */
    public static final PaymentRules NONE = new PaymentRules(
            "",
            new Paths("", "", ""),
            "",
            "",
            "",
            "",
            new Acks("00", "99", "99", "99", "99", "99"),
            Duration.ofMinutes(33),
            Duration.ofDays(1));

    /** Where each message goes. */
    public record Paths(String init, String query, String bill) {}

    /** Codes of our answers to a confirmation; {@code later} asks for it once more. */
    public record Acks(
            String taken,
            String forged,
            String unknown,
            String amount,
            String unreadable,
            @Nullable String later) {

        /** In a file from before it an unreadable one was answered so. */
        String again() {
            return later == null ? unreadable : later;
        }
    }
}
