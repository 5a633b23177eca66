#!/usr/bin/perl
# log-or-drop.pl COMMAND...: runs a program that keeps logs, and hands it what comes on standard input. While that program cannot go on, as on
# a full disk, lines are dropped: no service is to wait for its log.
use strict;
use warnings;
use Fcntl qw(F_GETFL F_SETFL O_NONBLOCK);

# What waits at most, beside what the pipe holds.
my $most = 256 * 1024;

pipe(my $reader, my $writer) or die "pipe: $!\n";
defined(my $child = fork) or die "fork: $!\n";
if ($child) {
    # The program is the supervisor's child, which gets its signals.
    close $writer;
    open(STDIN, '<&', $reader) or die "dup: $!\n";
    exec @ARGV or die "$ARGV[0]: $!\n";
}

close $reader;
close STDOUT;
$SIG{PIPE} = 'IGNORE';
fcntl($writer, F_SETFL, fcntl($writer, F_GETFL, 0) | O_NONBLOCK) or die "fcntl: $!\n";
my ($waiting, $dropped, $ended) = ('', 0, 0);
until ($ended && $waiting eq '') {
    my ($readable, $writable) = ('', '');
    vec($readable, fileno(STDIN), 1) = 1 unless $ended;
    vec($writable, fileno($writer), 1) = 1 if $waiting ne '';
    # At the end, what waits has a moment.
    my $found = select($readable, $writable, undef, $ended ? 5 : undef);
    last if $ended && $found == 0;
    if (vec($readable, fileno(STDIN), 1)) {
        my $count = sysread(STDIN, my $part, 65536);
        $ended = !$count;
        if (!$ended && length($waiting) + $count > $most) {
            $dropped += $part =~ tr/\n//;
        } else {
            $waiting .= "\n$dropped lines were dropped here, for the log could not be written.\n" if $dropped;
            $dropped = 0;
            $waiting .= $part unless $ended;
        }
    }
    if (vec($writable, fileno($writer), 1)) {
        my $count = syswrite($writer, $waiting);
        last if !defined $count && !$!{EAGAIN} && !$!{EINTR};
        substr($waiting, 0, $count, '') if $count;
    }
}
