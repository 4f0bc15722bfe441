// Seeded days: whatever the network does, devices end with what they may see, and a command is done once.
#include "sim/day.hpp"

#include <gtest/gtest.h>
