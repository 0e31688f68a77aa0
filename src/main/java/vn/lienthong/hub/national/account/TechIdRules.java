package vn.lienthong.hub.national.account;

import java.time.Duration;

/**
 * How accounts are asked for, from {@code config/national.yaml}.
 *
 * @param kept how long an account is believed
 * @param missed how long nobody asks again about a number without one
 */
public record TechIdRules(int perSecond, Duration kept, Duration missed) {}
